/** What `scrapegate --help` prints. */
export const HELP = `scrapegate: no deploy until Prometheus proves that it scrapes your services

usage: scrapegate check [PATH...] [options]
       scrapegate gate [DIR] [options]
       scrapegate judge FILE [options]
       scrapegate explain [CODE]

commands
  check    read the stacks of a directory, or single files, and say what will not work; needs no Docker
  gate     check, bring the stack up in stages, wait, verify every expected target, report, tear down
  judge    judge a run that gate recorded with --record once more, without Docker: same report, same exit code
  explain  what a finding or a cause means and what to do; without CODE lists all of them

options
  --compose-file FILE         compose file; repeat for overrides (default: found in DIR)
  --env-file FILE             variables for the compose file; may be repeated
  --profile NAME              compose profile to turn on; may be repeated
  --project-name NAME         compose project name (default: a new one for each run)
  --prometheus-service NAME   the service that is Prometheus (default: found by image, command and mounts)
  --timeout DURATION          one deadline for the whole run (default 5m)
  --external-targets WHAT     require (default) or ignore: whether targets outside of the stack have to be up
  --stable-scrapes COUNT      scrapes in a row that prove a target (default 1; each one more costs a scrape_interval)
  --tempo TEMPO               fast (default): healthchecks and scrapes come sooner in this run, failures are confirmed as
                              configured; faithful: the stack runs exactly as configured
  --fail-on STATUS            degraded (default) or unhealthy: the weakest status that fails the gate
  --fail-on-severity LEVEL    error (default), warning or notice: the weakest finding that fails check
  --as KIND                   what the files given to check are: prometheus, rules, alertmanager, web, blackbox,
                              grafana-datasources, dashboard, compose, metrics, … (default: told by their content)
  --format FORMAT             text (default), json, sarif (code scanning), junit (test results) or github (workflow log)
  --notices                   show notices too (default: they are counted)
  --fix                       check mends what has a safe fix, and checks again
  --fix --dry-run             prints what that would change as a unified diff; writes nothing
  --fix --suggestions         also applies fixes that a person should look at
  --baseline FILE             findings that FILE lists do not count (see docs/suppressing.md)
  --write-baseline            check writes FILE with all that it finds
  --report-dir DIR            where gate writes its report (default .scrapegate/report)
  --record FILE               gate writes all that it saw, without credentials, for scrapegate judge
  --settings FILE             settings file with these options (default .scrapegate.yml)
  --keep                      leave the stack running
  --quiet                     no progress, only findings and the verdict
  --no-color                  no colour
  --version, --help

environment
  SCRAPEGATE_PROMETHEUS_USERNAME, SCRAPEGATE_PROMETHEUS_PASSWORD
                              for a Prometheus whose --web.config.file asks for them

exit codes
  0 pass   1 fail   2 bad usage or settings   3 environment or internal error
`;

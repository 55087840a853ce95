import { web, withFiles, withShell, type Chapter, type Project } from './project.js';

const said = (text: string): Project => withShell(web(`command: ["${text}"]`), { SET: 'set', EMPTY: '', DIGITS: '42' });

const FORMS = [
  '$SET', '${SET}', 'x${SET}y', '$SET.$SET', '$$SET', '$$$$', 'a$$b', '$$$SET', '$$${SET}',
  '${SET:-d}', '${EMPTY:-d}', '${NONE:-d}', '${SET-d}', '${EMPTY-d}', '${NONE-d}', '${NONE:-}', '${NONE-}',
  '${SET:?e}', '${SET?e}', '${EMPTY?e}',
  '${SET:+r}', '${EMPTY:+r}', '${NONE:+r}', '${SET+r}', '${EMPTY+r}', '${NONE+r}', '${SET:+}',
  '${NONE:-${SET}}', '${NONE:-$SET}', '${NONE:-${EMPTY:-${NONE:-deep}}}', '${NONE:-a${SET}b}', '${SET:+${DIGITS}}', '${NONE-${NONE:-x}}',
  '${NONE:-a:b}', '${NONE:-a-b}', '${NONE:-a?b}', '${NONE:-http://x:80/y?z=1}', '${NONE:-{{json}}}', '${NONE:-a b}', '${NONE:-$$x}', '${NONE:-/path/to}',
  '${_under}', '$SET-x', '$SET/x', '${NONE:--1}', '${NONE:-+}', '100%', 'a $ b', '$', '$1', 'a$', '{}', '}', '$${SET}', '${NONE:-[a]}',
];

/** https://docs.docker.com/reference/compose-file/interpolation/ */
export const interpolationChapter: Chapter = {
  ...Object.fromEntries(FORMS.map((form) => [`the form ${form}`, said(form)])),
  'a boolean from a variable': withShell(web('privileged: ${YES}\ntty: "${NO}"\ninit: ${YES:-false}'), { YES: 'true', NO: 'false' }),
  'numbers from variables': withShell(web('cpus: ${CPUS}\nscale: ${N}\nhealthcheck: {test: x, retries: "${N}"}\nulimits: {nofile: "${N}"}'), { CPUS: '1.5', N: '3' }),
  'texts that look like numbers': withShell(web('user: ${ID}\nhostname: ${ID}\nworking_dir: ${ID}\nstop_signal: ${ID}'), { ID: '1000' }),
  'texts that look like booleans': withShell(web('hostname: ${B}\nlabels: {a: "${B}"}\nrestart: "${R:-no}"'), { B: 'true' }),
  'durations and sizes': withShell(web('stop_grace_period: ${T:-15s}\nmem_limit: ${M}\nshm_size: ${M}'), { M: '1g' }),
  'ports by variables': withShell(web('ports: ["${BIND:-127.0.0.1}:${PORT:-8080}:80", "${PORT2}:81"]'), { PORT2: '9000-9001' }),
  'long ports by variables': withShell(web('ports: [{target: "${T}", published: "${P}"}]'), { T: '80', P: '8080' }),
  'images by variables': withShell(web('', '  db:\n    image: ${REG:-}${DB:-db}:${TAG:-1}\n'), { TAG: '7' }),
  'keys are not interpolated': withShell(web('labels: {"$SET": "${SET}"}\nenvironment: {"$SET": "x"}'), { SET: 'set' }),
  'volumes by variables': withShell(web('volumes: ["${DIR:-./data}:/data", "${VOL}:/vol"]', 'volumes:\n  v1:\n'), { VOL: 'v1' }),
  'unset variables are empty': web('command: ["a${NONE}b"]\nenvironment: {A: "$NONE"}'),
  'a variable in a list environment': withShell(web('environment: ["A=$SET", "B=${NONE:-d}", "C=$$X"]'), { SET: 'set' }),
  'interpolation in extensions': withShell({ files: { 'compose.yml': 'x-v: &v {image: "web:${TAG}"}\nservices:\n  web: *v\n' } }, { TAG: '5' }),
  'interpolation in folded text': withShell(web('command: >\n  run --a=$SET\n  --b=${NONE:-x}'), { SET: 'set' }),
  '.env of the project': withFiles(web('command: ["$A", "$B"]'), { '.env': 'A=1\nB=two words\n' }),
  'the shell wins over .env': withShell(withFiles(web('command: ["$A"]'), { '.env': 'A=file\n' }), { A: 'shell' }),
  '.env with quotes': withFiles(web('command: ["$A", "$B", "$C", "$D", "$E", "$F", "$G"]'), {
    '.env': 'A=one\nexport B="two\\nlines"\nC=\'raw $A\'\nD=${A}-x\n# no\nE=v # comment\nF=\nG="a # b"\n',
  }),
  '.env with escapes': withFiles(web('command: ["$A", "$B", "$C", "$D"]'), { '.env': 'A="tab\\there"\nB=\'it\\\'s\'\nC=plain\\nraw\nD="say \\"hi\\""\n' }),
  '.env with defaults': withFiles(web('command: ["$A", "$B", "$C"]'), { '.env': 'A=${NONE:-dflt}\nB=${NONE-x}\nC=${A:+r}\n' }),
  '.env with dollars': withFiles(web('command: ["$A", "$B", "$C"]'), { '.env': 'A=a$$b\nB=\'$x\'\nC="\\$y"\n' }),
  '.env with spaces': withFiles(web('command: ["$A", "$B", "$C"]'), { '.env': 'A = spaced\n  B=indented\nC=trail   \n' }),
  '.env with a hash in a value': withFiles(web('command: ["$A", "$B"]'), { '.env': 'A=a#b\nB=http://x/#y\n' }),
};

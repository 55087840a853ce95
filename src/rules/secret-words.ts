/** Passwords that are tried first: what examples and images have. */
const GUESSABLE =
  /^(?:|admin|administrator|root|toor|user|guest|test|testing|example|demo|default|secret|supersecret|pass|passwd|password|passw0rd|p@ssw0rd|mypassword|my-secret-pw|mysecretpassword|qwerty|letmein|welcome|changeit|change[-_ ]?me\w*|replace[-_ ]?me\w*|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|rabbitmq|grafana|prometheus|minioadmin|minio123|elastic|sa|dev|local|localdev|devkey|1234\d*|0000+|1111+|(?:admin|password|root|test|secret|user|pass)_?(?:1|12|123|1234|12345|!)?)$/i;

/** What stands where somebody is to write a secret, as files of examples have it. */
const PLACEHOLDER =
  /^(?:<[^>]*>|\[[^\]]*\]|\*+|x{3,}|\.{3,}|-+|(?:your|my|the|some|insert|enter|put|add|replace|changeme|todo|fixme|dummy|fake|placeholder|example|redacted|none|null|n\/a)(?:[-_ ].*)?|.*[-_ ](?:here|goes[-_ ]here|placeholder)|.*(?:x{4,}|changeme|replace[-_]?me|placeholder).*)$/i;

/** Where another program writes the value before it is used: `${X}`, `{{ x }}`, `@@X@@`, `__X__`, `%X%`, a vault's reference. */
const TEMPLATE =
  /\$\{?\w+|\{\{.*\}\}|^@@?\w+@@?$|^__\w+__$|^%\w+%$|^<%.*%>$|^(?:vault|op|ssm|sops|arn|gcp-sm|env|file|secret|awssm|keyring):|^ENC\[/;

/** What a value is for somebody who looks for secrets in a file. */
export type SecretWord = 'none' | FoundWord;
export type FoundWord = 'placeholder' | 'guessable' | 'secret';

/** What a message adds about such a word. */
export const SAID: Readonly<Record<FoundWord, string>> = {
  secret: '',
  guessable: 'what everybody tries first',
  placeholder: 'what an example has in its place',
};

/** `placeholder`: no secret is there yet. `guessable`: it works, and is tried first. */
export function judgeSecret(value: string): SecretWord {
  const trimmed = value.trim();
  if (trimmed === '' || TEMPLATE.test(trimmed)) return 'none';
  if (GUESSABLE.test(trimmed)) return 'guessable';
  return PLACEHOLDER.test(trimmed) ? 'placeholder' : 'secret';
}

const SECRET_NAME =
  /(?:^|[_.-])(?:password|passwd|passphrase|pass|pw|secret|token|credentials?|(?:api|private|secret|access|encryption|signing|auth|master|account|jwt|session|cookie|service)[_.-]?key|secret[_.-]?key[_.-]?base|apikey|requirepass|masterauth)\d*$/i;
const NO_SECRET_NAME =
  /^(?:pwd|oldpwd)$|^(?:next_public|vite|react_app|public|nuxt_public)_|(?:^|[_.-])(?:allow|disable[d]?|enable[d]?|require[ds]?|random|max|min|num|count|limit|use|validate|reset|forgot|public|hide|show|change|skip|stop|pad|eos|bos|csrf)[_.-]/i;
const NO_SECRET_VALUE = /^(?:true|false|yes|no|on|off|null|none)$|^(?:\/|\.\/|~\/|file:)[\w./ -]*$/i;

/** Parts of words, one of which every name of a secret has. */
const HINT = /pass|pw|secret|token|cred|key|auth/i;

/** Whether a name may be that of a secret; told quickly, and too often rather than too seldom. */
export function namesSecret(name: string): boolean {
  return HINT.test(name);
}

/** Whether a variable, flag or key of this name with this value holds a secret. */
export function holdsSecret(name: string, value: string): boolean {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1_$2');
  return SECRET_NAME.test(words) && !NO_SECRET_NAME.test(words) && !NO_SECRET_VALUE.test(value);
}

/** The password in a URL, and its user; undefined when there is none. */
export function passwordInUrl(value: string): { user: string; password: string } | undefined {
  const match = /[a-z][a-z0-9+.-]*:\/\/([^\s:/@?#]*):([^\s/?#]+?)@[^\s@]/i.exec(value);
  return match ? { user: match[1] ?? '', password: match[2] ?? '' } : undefined;
}

/** A value as the file has it: variables are empty, save for what the file gives them as a default. */
export function asWritten(raw: string): string {
  let text = raw.replaceAll('$$', '\u0001');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replaceAll(/\$\{\w+(?::?([-?+])([^${}]*))?\}/g, (_, operator: string | undefined, word: string) =>
      operator === '-' ? word : operator === '+' ? word : '\u0000',
    );
  }
  return text.replaceAll(/\$\w+/g, '\u0000').replaceAll('\u0001', '$');
}

/** Whether a variable gives a part of it, which the file does not tell. */
export function hasUnknownPart(written: string): boolean {
  return written.includes('\u0000');
}

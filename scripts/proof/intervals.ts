const QUICK = ['scrape_interval: 1s', 'scrape_timeout: 900ms', 'evaluation_interval: 1s'];

/** A Prometheus configuration, alone or inside compose.yml, that scrapes each second; other text as it is. */
export function hasten(text: string): string {
  const match = /^([ \t]*)scrape_configs:/m.exec(text);
  if (!match) return text;
  const indent = match[1] ?? '';
  const block = (key: string): RegExp => new RegExp(`^${indent}${key}:[ \\t]*(?:#.*)?$`, 'm');
  const slow = /^([ \t]*(?:- )?)(?:scrape_interval|scrape_timeout|evaluation_interval):.*\n?/gm;
  const rest = text.replace(slow, (_line, lead: string) => (lead.trim() === '-' ? `${lead}# removed\n` : ''));
  const lines = QUICK.map((line) => `${indent}  ${line}\n`).join('');
  const start = block('global').exec(rest);
  // A `global:` whose keys are all gone is still a mapping with the new ones.
  if (start) {
    const at = start.index + start[0].length;
    return `${rest.slice(0, at)}\n${lines.trimEnd()}${rest.slice(at)}`;
  }
  if (new RegExp(`^${indent}global:`, 'm').test(rest)) return text;
  return rest.replace(/^[ \t]*scrape_configs:/m, (key) => `${indent}global:\n${lines}${key}`);
}

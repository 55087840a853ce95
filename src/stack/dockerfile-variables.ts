/** Values of ARG and ENV by name. */
export type Variables = ReadonlyMap<string, string>;

const VARIABLE = /\\(.)|\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^}]*))?\})/g;

/** Replaces `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`; a name without a value is empty. */
export function expand(text: string, variables: Variables): string {
  return text.replaceAll(VARIABLE, (_, ...groups: (string | undefined)[]) => {
    const [escaped, bare, braced, operator, other = ''] = groups;
    if (escaped !== undefined) return escaped;
    const value = variables.get(bare ?? braced ?? '');
    const present = value !== undefined && (value !== '' || operator?.startsWith(':') !== true);
    if (operator?.endsWith('+')) return present ? other : '';
    if (operator?.endsWith('-')) return present ? value : expand(other, variables);
    return value ?? '';
  });
}

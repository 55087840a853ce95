/**
 * Whether the line that a finding is about may stand in a report, which is often kept and handed on. What security rules complain of
 * may be the secret itself.
 */
export function isShown(code: string): boolean {
  return !code.startsWith('security/');
}

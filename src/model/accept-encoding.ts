/**
 * Whether a request with this Accept-Encoding takes a response in this encoding: the entry with the highest quality that is
 * the encoding or `*` decides. Nothing said on either side accepts everything. Letters count as they are written.
 * Source: https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md (compression).
 */
export function acceptsEncoding(accepted: string, encoding: string): boolean {
  if (accepted === '' || encoding === '') return true;
  const choices = accepted.split(',').map((part) => {
    const at = part.lastIndexOf(';');
    if (at < 0) return { name: part.trim(), quality: 1 };
    const quality = Number(/^\s*q=(.*)$/.exec(part.slice(at + 1))?.[1] ?? 0);
    return { name: part.slice(0, at).trim(), quality: Number.isNaN(quality) ? 0 : quality };
  });
  choices.sort((a, b) => b.quality - a.quality);
  const decisive = choices.find(({ name }) => name === encoding || name === '*');
  return decisive !== undefined && decisive.quality > 0;
}

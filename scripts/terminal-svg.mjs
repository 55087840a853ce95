// Draws the coloured output of a command as an SVG picture: `COMMAND 2>&1 | node scripts/terminal-svg.mjs > docs/gate.svg`.
import { readFileSync } from 'node:fs';

const COLORS = { 31: '#ff7b72', 32: '#3fb950', 33: '#d29922', 36: '#39c5cf' };
const LINE = 18;
const CHARACTER = 7.8;
const WIDEST = 132;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const lines = readFileSync(0, 'utf8').trimEnd().split('\n');
const style = { color: undefined, bold: false, dim: false };

/** Applies one escape sequence; styles carry over from piece to piece. */
function apply(code) {
  if (code === 0) Object.assign(style, { color: undefined, bold: false, dim: false });
  if (code === 1) style.bold = true;
  if (code === 2) style.dim = true;
  if (code === 22) Object.assign(style, { bold: false, dim: false });
  if (code === 39) style.color = undefined;
  if (code in COLORS) style.color = COLORS[code];
}

function draw(line, index) {
  let left = WIDEST;
  const pieces = line.split(/\u001b\[([0-9;]*)m/).map((piece, at) => {
    if (at % 2 === 1) {
      piece.split(';').map(Number).forEach(apply);
      return '';
    }
    const shown = piece.length > left ? `${piece.slice(0, Math.max(left - 1, 0))}…` : piece;
    if (left <= 0) return '';
    left -= piece.length;
    const attributes = [
      style.color ? ` fill="${style.color}"` : '',
      style.bold ? ' font-weight="bold"' : '',
      style.dim ? ' fill-opacity="0.6"' : '',
    ];
    return `<tspan${attributes.join('')}>${escape(shown)}</tspan>`;
  });
  // On each line: browsers do not take it from what is around.
  return `<text x="16" y="${44 + index * LINE}" xml:space="preserve">${pieces.join('')}</text>`;
}

const plain = lines.map((line) => line.replaceAll(/\u001b\[[0-9;]*m/g, ''));
const width = Math.min(WIDEST, Math.max(...plain.map((line) => line.length))) * CHARACTER + 32;
const height = lines.length * LINE + 52;
console.log(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g fill="#6e7681"><circle cx="20" cy="16" r="5"/><circle cx="38" cy="16" r="5"/><circle cx="56" cy="16" r="5"/></g>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="13" fill="#e6edf3">
${lines.map(draw).join('\n')}
</g>
</svg>`);

import { styleText } from 'node:util';
import { columnsOf, cutToColumns, padToColumns } from '../model/columns.js';
import { oneLine } from '../model/harmless.js';
import type { ServiceProgress } from '../ports/progress.js';

/** What a terminal can show. */
export interface FrameStyle {
  readonly color: boolean;
  /** Whether it has more than ASCII. */
  readonly unicode: boolean;
}

/** How much room there is. */
export interface FrameSize {
  readonly columns: number;
  readonly rows: number;
}

/** The lines of one drawing, without and with colours. */
export interface Frame {
  readonly plain: readonly string[];
  readonly painted: readonly string[];
}

type Phase = ServiceProgress['phase'];
type Style = 'green' | 'red' | 'yellow' | 'dim' | undefined;

const STYLES: Readonly<Record<Phase, Style>> = { ready: 'green', failed: 'red', waiting: 'yellow', unstarted: 'dim' };
const MARKS: Readonly<Record<Phase, readonly [unicode: string, ascii: string]>> = {
  ready: ['✔', '+'],
  failed: ['✖', 'x'],
  waiting: ['●', '*'],
  unstarted: ['·', '.'],
};
/** Where there is no room for all, the first of these stay. */
const URGENCY: readonly Phase[] = ['failed', 'waiting', 'unstarted', 'ready'];
const LONGEST_NAME = 28;

/** One line for each service, cut to the room that there is. Pure. */
export function frameOf(
  title: string,
  services: readonly ServiceProgress[],
  { columns, rows }: FrameSize,
  style: FrameStyle,
): Frame {
  if (services.length === 0) return { plain: [], painted: [] };
  // A line that fills the last column may wrap, and the cursor needs a line of its own.
  const width = Math.max(columns - 1, 1);
  const shown = mostUrgent(services, Math.max(rows - 3, 1));
  const left = services.filter((one) => !shown.includes(one));
  const name = Math.min(LONGEST_NAME, Math.max(...shown.map(({ service }) => columnsOf(service))));
  const state = Math.max(...shown.map((one) => columnsOf(one.state)));
  const ready = services.filter(({ phase }) => phase === 'ready').length;
  const lines: Piece[][] = [
    [['dim', `${title}: ${String(ready)} of ${String(services.length)} services are ready`]],
    ...shown.map((one) => serviceLine(one, { name, state }, style)),
    ...(left.length > 0 ? [[['dim', `  and ${counted(left)}`] as Piece]] : []),
  ];
  const cut = lines.map((pieces) => fit(pieces, width));
  return {
    plain: cut.map((pieces) => pieces.map(([, text]) => text).join('')),
    painted: cut.map((pieces) => pieces.map((piece) => paint(piece, style.color)).join('')),
  };
}

function mostUrgent(services: readonly ServiceProgress[], most: number): readonly ServiceProgress[] {
  if (services.length <= most) return services;
  const rank = ({ phase }: ServiceProgress): number => URGENCY.indexOf(phase);
  const chosen = new Set([...services].sort((a, b) => rank(a) - rank(b)).slice(0, most));
  return services.filter((one) => chosen.has(one));
}

function counted(services: readonly ServiceProgress[]): string {
  const words: Readonly<Record<Phase, string>> = {
    failed: 'failed',
    waiting: 'waiting',
    unstarted: 'not started',
    ready: 'ready',
  };
  return URGENCY.flatMap((phase) => {
    const count = services.filter((one) => one.phase === phase).length;
    return count > 0 ? [`${String(count)} more ${words[phase]}`] : [];
  }).join(', ');
}

type Piece = readonly [style: Style, text: string];

function serviceLine(
  { service, phase, state, waitedMs, reason }: ServiceProgress,
  widths: { readonly name: number; readonly state: number },
  { unicode }: FrameStyle,
): Piece[] {
  const waited = waitedMs === undefined ? '' : `${(waitedMs / 1000).toFixed(phase === 'ready' ? 1 : 0)} s`;
  const why = reason === '' ? '' : phase === 'failed' ? oneLine(reason) : `waits for ${oneLine(reason)}`;
  return [
    [STYLES[phase], `${MARKS[phase][unicode ? 0 : 1]} `],
    [phase === 'unstarted' ? 'dim' : undefined, padToColumns(cutToColumns(oneLine(service), widths.name), widths.name)],
    [STYLES[phase], `  ${padToColumns(state, widths.state)}`],
    ['dim', `  ${waited.padStart(7)}${why === '' ? '' : `  ${why}`}`],
  ];
}

/** The pieces as far as there is room. */
function fit(pieces: readonly Piece[], width: number): Piece[] {
  let left = width;
  return pieces.flatMap(([style, text]): Piece[] => {
    if (left <= 0) return [];
    const cut = cutToColumns(text, left);
    left -= columnsOf(cut) + (cut === text ? 0 : left);
    return [[style, cut]];
  });
}

function paint([style, text]: Piece, color: boolean): string {
  return color && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
}

import { builtin } from './builtin.js';

/** By how much V8 makes more room for young objects when many of them survive. */
const USUAL_FACTOR = 2;
let factor = USUAL_FACTOR;

/**
 * Makes much room for young objects at once: what is made of a file of some size is then collected half as often, a twentieth of the time
 * of 10,000 targets.
 */
export function makeRoomForYoung(): void {
  setFactor(8);
}

/**
 * Keeps the room for young objects as it is. What is made of a large file or answer is kept or gone at once: more room only costs memory,
 * a third of the peak, measured with 1,000 services and with lists of 100,000 targets.
 */
export function keepRoomForYoung(): void {
  setFactor(1);
}

/** Does what depends on V8's flags, as compiled code that is kept does, under the usual ones. */
export function withUsualFlags<T>(work: () => T): T {
  const here = factor;
  if (here === USUAL_FACTOR) return work();
  setFactor(USUAL_FACTOR);
  try {
    return work();
  } finally {
    setFactor(here);
  }
}

function setFactor(wanted: number): void {
  if (factor === wanted) return;
  factor = wanted;
  builtin.v8().setFlagsFromString(`--semi-space-growth-factor=${String(wanted)}`);
}

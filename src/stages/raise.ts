import type { BringUpFailure } from '../model/observation.js';
import { bringUp, buildImages, type BringUp } from './bring-up.js';
import { pullImages } from './pull.js';
import type { StageLog } from './stage-log.js';
import type { Quickened } from './tempo.js';
import type { WaitContext } from './wait-context.js';

/** How far the project came. */
export interface Raised {
  readonly up: BringUp;
  /** Something was asked to start: every image is there. */
  readonly begun: boolean;
  readonly quick?: Quickened | undefined;
}

/** Pulls, builds, shortens the waits where that is wanted, and starts; what fails leaves the rest out. */
export async function raise(
  context: WaitContext,
  stages: StageLog,
  quicker: () => Promise<Quickened | undefined>,
): Promise<Raised> {
  const step = (name: string, work: (context: WaitContext) => Promise<BringUp>): Promise<BringUp> =>
    stages.run(
      name,
      async () => {
        const done = await work(context);
        // The verdict is certain by now: whoever waits for it need not wait for what is looked at afterwards.
        if (done.failure) context.progress.note(lastWords(done.failure));
        return done;
      },
      ({ ok }) => ok,
    );
  const pulled = await step('pull', pullImages);
  if (!pulled.ok) {
    stages.skipAll(['build', 'up'], 'not every image was pulled');
    return { up: pulled, begun: false };
  }
  const built = await step('build', buildImages);
  if (!built.ok) {
    stages.skip('up', 'not every image was built');
    return { up: built, begun: false };
  }
  // By now the images are there, whose own healthchecks count as well.
  const quick = await quicker();
  return { up: await step('up', bringUp), begun: true, quick };
}

/** What a command that failed said in the end, which is why. */
function lastWords({ command, exitCode, output }: BringUpFailure): string {
  const words = output.trim().split('\n').at(-1) || `exit code ${String(exitCode)}, without a word`;
  return `${command} failed: ${words}`;
}

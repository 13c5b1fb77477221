/** Too many files wait to be checked. */
export class FilesBusyError extends Error {}

const atOnce = 2;
const longestQueue = 40;

/** The bundles of several routes hold copies of this module: the line is one for the whole process. */
const line = globalThis as { checksRunning?: number; checksWaiting?: (() => void)[] };

/** Lets a few work with processes of their own at a time, in the order in which they came. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  await enter();
  try {
    return await work();
  } finally {
    leave();
  }
}

async function enter(): Promise<void> {
  line.checksWaiting ??= [];
  const running = line.checksRunning ?? 0;
  if (running < atOnce) {
    line.checksRunning = running + 1;
    return;
  }
  const { checksWaiting } = line;
  if (checksWaiting.length >= longestQueue) throw new FilesBusyError('too many files wait');
  await new Promise<void>((resolve) => checksWaiting.push(resolve));
}

/** The place goes straight to the next in line. */
function leave(): void {
  const next = line.checksWaiting?.shift();
  if (next) next();
  else line.checksRunning = (line.checksRunning ?? 1) - 1;
}

import { askChild, type ChildLimits, type ChildSaid, listenTo } from './ask-child';
import { inTurn } from './child-turns';
import { startChild } from './start-child';

export interface ChildWork {
  /** The program, from the project's root. */
  entry: readonly string[];
  task: unknown;
  limits: ChildLimits;
}

/** Does one task in a process of its own, so that no file can slow, swell or crash the server. */
export const runInChild = ({ entry, task, limits }: ChildWork): Promise<ChildSaid> =>
  inTurn(async () => {
    const asked = listenTo(startChild(entry));
    try {
      return await askChild(asked, task, limits);
    } finally {
      // It has nothing to tidy up, and nobody waits for how it ends.
      asked.child.kill('SIGKILL');
    }
  });

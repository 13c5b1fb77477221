import type { z } from 'zod';
import type { Task } from './child/tasks';
import type { ChildLimits } from './ask-child';
import { runInChild } from './run-in-child';
import type { Stopped } from './watch-memory';

export const ordinaryLimits: ChildLimits = { timeoutMs: 20_000, maxResidentBytes: 1_200_000_000 };

export type ChildResult<Answer> = { peakBytes: number } & (
  | { done: true; answer: Answer }
  | { done: false; stopped: Stopped }
);

export const checkingProcess = ['lib', 'files', 'child', 'main.ts'];

/** Does one task with a file in a process of its own. */
export async function runChild<Answer>(
  task: Task,
  answer: z.ZodType<Answer>,
  limits: ChildLimits = ordinaryLimits,
): Promise<ChildResult<Answer>> {
  const { answers, stopped, peakBytes } = await runInChild({ entry: checkingProcess, task, limits });
  if (stopped) return { done: false, stopped, peakBytes };
  return { done: true, answer: answer.parse(answers[0]), peakBytes };
}

import type { Transaction } from '@/lib/db/transaction';
import { type JobKind, jobKinds, type JobPayload } from './kinds';

interface EnqueueOptions {
  now: Date;
  runAfter?: Date;
  onceKey?: string;
}

/** Written with the change that asks for it: no job without the change, no change without its job. */
export async function enqueue<Kind extends JobKind>(
  tx: Transaction,
  kind: Kind,
  payload: JobPayload<Kind>,
  { now, runAfter = now, onceKey }: EnqueueOptions,
): Promise<void> {
  const parsed = jobKinds[kind].parse(payload);
  await tx.outboxJob.create({ data: { kind, payload: parsed, onceKey, runAfter, createdAt: now } });
}

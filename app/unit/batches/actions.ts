'use server';

import { attestBatch } from '@/lib/applications/batch/attest-batch';
import { type LockedBatch, lockBatch } from '@/lib/applications/batch/lock-batch';
import { nameSheet } from '@/lib/applications/batch/name-sheet';
import { attestBatchInput, nameSheetInput, stackFileInput, startBatchInput } from '@/lib/applications/batch/schema';
import { noteStackFile, removeStackFile } from '@/lib/applications/batch/stack-files';
import { startBatch } from '@/lib/applications/batch/start-batch';
import { judgeUnitDesk } from '@/lib/applications/packet/policy';
import type { Actor } from '@/lib/kernel/actor';
import { type FormState, idleForm } from '@/lib/kernel/form-state';
import { action } from '@/lib/web/action';

const may = (actor: Actor, batch: LockedBatch) => judgeUnitDesk(actor, batch);
const pageOf = ({ batchId }: { batchId: string }) => `/unit/batches/${batchId}`;

export const startBatchAction = action({
  input: startBatchInput,
  load: async (_tx, _input, actor) => ({ unitId: actor.unitId ?? '' }),
  judge: judgeUnitDesk,
  run: startBatch,
  after: ({ result }) => ({ redirectTo: pageOf(result) }),
});

export const attestBatchAction = action({
  input: attestBatchInput,
  load: lockBatch,
  judge: may,
  run: attestBatch,
  after: ({ input, result }) => ({ redirectTo: `${pageOf(input)}?attested=${result.forms}#results` }),
});

export const nameSheetAction = action({
  input: nameSheetInput,
  load: lockBatch,
  judge: may,
  run: nameSheet,
  after: ({ input }) => ({ message: '已归到这一页，正在检查。', refresh: [pageOf(input)] }),
});

const noteAction = action({
  input: stackFileInput,
  load: lockBatch,
  judge: may,
  run: noteStackFile,
  after: ({ input, result }) => ({ values: { id: result }, refresh: [pageOf(input)] }),
});

/** For the upload box: a file of the stack has arrived. */
export async function noteStackAction(batchId: string, fileId: string): Promise<FormState> {
  return noteAction(idleForm, dataOf({ batchId, fileId }));
}

const removeAction = action({
  input: stackFileInput,
  load: lockBatch,
  judge: may,
  run: removeStackFile,
  after: ({ input }) => ({ refresh: [pageOf(input)] }),
});

export async function removeStackAction(batchId: string, previous: FormState, data: FormData): Promise<FormState> {
  return removeAction(previous, dataOf({ batchId, fileId: String(data.get('id')) }));
}

function dataOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

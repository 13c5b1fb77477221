'use server';

import { fileScan } from '@/lib/applications/file-scan';
import { type LoadedApplication, lockNamedApplication as load } from '@/lib/applications/lock-application';
import { judge } from '@/lib/applications/policy';
import { removeScan } from '@/lib/applications/remove-scan';
import { removeSheet } from '@/lib/applications/remove-sheet';
import { fileScanInput, removeScanInput, removeSheetInput, submitStampInput } from '@/lib/applications/schema';
import { submitStampedForm } from '@/lib/applications/submit-stamped-form';
import type { Actor } from '@/lib/kernel/actor';
import { type FormState, idleForm } from '@/lib/kernel/form-state';
import { action } from '@/lib/web/action';

const may = (actor: Actor, application: LoadedApplication, now: Date) =>
  judge(actor, 'submit_stamped_form', application, now);
const pagesOf = ({ applicationId }: { applicationId: string }) => [`/apply/${applicationId}/submit`, `/apply/${applicationId}/submit/[page]`];

export const submitStampAction = action({
  input: submitStampInput,
  load,
  judge: may,
  run: submitStampedForm,
  after: ({ input, actor }) => ({
    redirectTo: actor.role === 'UNIT_ADMIN' ? '/unit' : `/apply/${input.applicationId}`,
  }),
});

const fileAction = action({
  input: fileScanInput,
  load,
  judge: may,
  run: fileScan,
  after: ({ result, input }) => ({ values: { id: result }, refresh: pagesOf(input) }),
});

/** For the upload box: a page of the stamped form has arrived. */
export async function fileScanAction(applicationId: string, fileId: string): Promise<FormState> {
  return fileAction(idleForm, dataOf({ applicationId, fileId }));
}

const removeAction = action({
  input: removeScanInput,
  load,
  judge: may,
  run: removeScan,
  after: ({ input }) => ({ refresh: pagesOf(input) }),
});

export async function removeScanAction(applicationId: string, previous: FormState, data: FormData): Promise<FormState> {
  return removeAction(previous, dataOf({ applicationId, id: String(data.get('id')) }));
}

export const removeSheetAction = action({
  input: removeSheetInput,
  load,
  judge: may,
  run: removeSheet,
  after: ({ input }) => ({ refresh: pagesOf(input) }),
});

function dataOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

'use server';

import { z } from 'zod';
import { addOwnUnit } from '@/lib/applications/add-own-unit';
import { attachEvidence, detachEvidence } from '@/lib/applications/attach-evidence';
import { type LoadedApplication, lockNamedApplication as load } from '@/lib/applications/lock-application';
import { judge } from '@/lib/applications/policy';
import { removeRow } from '@/lib/applications/remove-row';
import { saveSection } from '@/lib/applications/save-section';
import { addOwnUnitInput, attachEvidenceInput, detachEvidenceInput, photoInput, rowTarget, saveSectionInput } from '@/lib/applications/schema';
import { receivePhoto, setPhoto } from '@/lib/applications/set-photo';
import type { Actor } from '@/lib/kernel/actor';
import { type FormState, idleForm } from '@/lib/kernel/form-state';
import { findUnits } from '@/lib/units/find-units';
import { action } from '@/lib/web/action';
import { pageActor } from '@/lib/web/page-actor';
import { afterSaving, type Place, placeOf, sectionPath } from './after-saving';

const mayEdit = (actor: Actor, application: LoadedApplication, now: Date) =>
  judge(actor, 'edit_form', application, now);

export const saveSectionAction = action({
  input: saveSectionInput.transform((raw) => ({ ...raw, typed: raw })),
  load,
  judge: mayEdit,
  run: saveSection,
  after: ({ result, input }) => afterSaving(result, input),
});

export const removeRowAction = action({
  input: rowTarget,
  load,
  judge: mayEdit,
  run: removeRow,
  after: ({ input }) => ({ redirectTo: sectionPath(input) }),
});

const attachAction = action({
  input: attachEvidenceInput,
  load,
  judge: mayEdit,
  run: attachEvidence,
  after: ({ result, input }) => ({ values: { id: result }, refresh: [placeOf(input)] }),
});

/** For the upload box: the file that has just arrived belongs to this row. */
export async function attachEvidenceAction(place: Place, fileId: string): Promise<FormState> {
  return attachAction(idleForm, dataOf({ ...place, fileId }));
}

const detachAction = action({
  input: detachEvidenceInput,
  load,
  judge: mayEdit,
  run: detachEvidence,
  after: ({ input }) => ({ refresh: [placeOf(input)] }),
});

export async function detachEvidenceAction(place: Place, previous: FormState, data: FormData): Promise<FormState> {
  return detachAction(previous, dataOf({ ...place, id: String(data.get('id')) }));
}

export const savePhotoAction = action({
  input: photoInput,
  prepare: ({ input, actor, now }) => receivePhoto({ ...input, actor, now }),
  load,
  judge: mayEdit,
  run: ({ prepared, ...step }) => setPhoto({ ...step, input: { fileId: prepared } }),
  after: ({ input }) => ({ message: '照片已保存。', refresh: [`/apply/${input.applicationId}/form/identity`] }),
});

export const addUnitAction = action({
  input: addOwnUnitInput,
  load,
  judge: mayEdit,
  run: addOwnUnit,
  after: ({ input }) => ({ redirectTo: `/apply/${input.applicationId}/form/unit` }),
});

export async function searchUnits(text: string) {
  await pageActor();
  return findUnits(z.string().parse(text));
}

function dataOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

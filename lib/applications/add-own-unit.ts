import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { addUnit } from '@/lib/units/add-unit';
import { readSection } from './form/answers';
import { sectionOf } from './form/sections';
import type { LoadedApplication } from './lock-application';
import { saveSection } from './save-section';
import type { AddOwnUnitInput } from './schema';

/** Registers a unit that was not in the list, or finds it by its code, and chooses it for this application. */
export async function addOwnUnit(step: Step<Transaction, LoadedApplication, AddOwnUnitInput>): Promise<void> {
  const { tx, subject: application, input } = step;
  const { applicationId: _, ...unit } = input;
  const added = await addUnit({ ...step, input: unit });
  const key = { applicationId: application.id, slug: 'unit' };
  const stored = await tx.formSection.findUnique({ where: { applicationId_slug: key } });
  const { revision, values } = readSection(sectionOf('unit'), stored?.answers);
  const typed = { ...values, unitId: added.unitId, unitName: added.name };
  await saveSection({ ...step, input: { section: 'unit', baseRevision: revision, typed } });
}

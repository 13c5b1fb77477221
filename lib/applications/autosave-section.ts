import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import type { SectionSlug } from './form/section-slugs';
import { insistOn } from './insist-on';
import { lockApplication } from './lock-application';
import { type SaveResult, saveSection } from './save-section';

interface Autosave {
  actor: Actor;
  applicationId: string;
  input: { section: SectionSlug; rowId?: string; baseRevision: number; values: Record<string, string | string[]> };
  now: Date;
}

/** The same use case as the button's, called by the page itself while somebody types. */
export function autosaveSection({ actor, applicationId, input, now }: Autosave): Promise<SaveResult> {
  return inTransaction(async (tx) => {
    const subject = await lockApplication(tx, applicationId);
    insistOn({ actor, ability: 'edit_form', application: subject, now });
    const { values: typed, ...place } = input;
    return saveSection({ tx, actor, subject, input: { ...place, typed }, now });
  });
}

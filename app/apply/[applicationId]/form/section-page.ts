import { notFound } from 'next/navigation';
import { isSectionSlug, sectionOf } from '@/lib/applications/form/sections';
import type { Section } from '@/lib/applications/form/section';
import { judge } from '@/lib/applications/policy';
import { type FormOnPage, ownForm } from '@/lib/applications/queries';
import { now as currentTime } from '@/lib/clock';
import { pageActor } from '@/lib/web/page-actor';

interface SectionPage extends FormOnPage {
  section: Section;
  now: Date;
  /** Why nothing can be changed now. */
  closed: string | null;
}

/** What every page of the form begins with; for strangers it does not exist. */
export async function sectionPage({ applicationId, section: slug }: { applicationId: string; section: string }): Promise<SectionPage> {
  const actor = await pageActor();
  const now = currentTime();
  if (!isSectionSlug(slug)) notFound();
  const form = await ownForm(actor, applicationId, now);
  if (!form) notFound();
  const judgement = judge(actor, 'edit_form', form.application, now);
  if (judgement.answer === 'not_yours') notFound();
  const closed = judgement.answer === 'not_yet' ? judgement.because : null;
  return { ...form, section: sectionOf(slug), now, closed };
}

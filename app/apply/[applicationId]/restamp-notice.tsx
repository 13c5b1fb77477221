import { RestampNote } from '@/components/forms/restamp-note';
import type { FormOnPage } from '@/lib/applications/queries';
import { restampPreview } from '@/lib/applications/restamp-preview';
import { restampSentence } from '@/lib/documents/scan/restamp-words';

/** On a form that was stamped before: which pages a change would cost, from the first letter on. */
export async function RestampNotice({ form: { application, material }, now }: { form: FormOnPage; now: Date }) {
  const restamp = await restampPreview({ application, material, now });
  if (!restamp) return null;
  return <RestampNote endpoint={`/apply/${application.id}/restamp`} sentence={restampSentence(restamp)} />;
}

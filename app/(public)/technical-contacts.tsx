import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { publishedCycles } from '@/lib/catalogue/queries';
import { now } from '@/lib/clock';

/** Whom to ask when the site does not help: the contacts of the newest cycle. */
export async function TechnicalContacts({ title = '还是不能解决' }: { title?: string }) {
  const cycles = await publishedCycles(now());
  const cycle = cycles.find(({ isDemonstration }) => !isDemonstration) ?? cycles[0];
  if (!cycle) return null;
  return (
    <section className="stack-small">
      <h2>{title}</h2>
      <ContactBlocks contacts={cycle.contacts} />
    </section>
  );
}

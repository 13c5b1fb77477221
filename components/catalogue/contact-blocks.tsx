import type { Contact } from '@/lib/catalogue/schema';
import { TextLink } from '../ui/text-link';

/** Business and technical contacts of a cycle, a block each. */
export function ContactBlocks({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <div className="stack-small">
      {contacts.map((contact) => (
        <section key={contact.label} className="border-t border-line pt-3">
          <h3 className="text-base">{contact.label}</h3>
          <ContactWays contact={contact} />
        </section>
      ))}
    </div>
  );
}

function ContactWays({ contact: { phones, email } }: { contact: Contact }) {
  if (phones.length === 0 && !email) return <p className="text-ink-soft">联系方式由协会另行公布。</p>;
  return (
    <ul>
      {phones.map((phone) => (
        <li key={phone}>
          <TextLink href={`tel:${phone.replaceAll('-', '')}`} icon="phone" roomy>
            {phone}
          </TextLink>
        </li>
      ))}
      {email ? (
        <li>
          <TextLink href={`mailto:${email}`} icon="mail" roomy>
            {email}
          </TextLink>
        </li>
      ) : null}
    </ul>
  );
}

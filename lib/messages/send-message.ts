import type { MessageAttachment } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Transaction } from '@/lib/db/transaction';
import { fields } from '@/lib/secrets';

export type Channel = 'SITE' | 'SMS' | 'MAIL';

export interface MessageToSend {
  tx: Transaction;
  /** Who reads it; may be absent only for SMS to a number that has no account yet. */
  personId?: string;
  /** Mobile number or mail address where it differs from the account's. */
  address?: string;
  applicationId?: string;
  template: string;
  subject: string;
  text: string;
  channels: readonly Channel[];
  /** Goes along with mails; a form needs `applicationId`, the files of an invoice `invoiceId`. */
  attachment?: MessageAttachment;
  invoiceId?: string;
  now: Date;
}

/** Writes the message rows and their delivery jobs in the caller's transaction. */
export async function sendMessage(message: MessageToSend): Promise<void> {
  const { tx, personId, applicationId, invoiceId, template, subject, text, attachment, now } = message;
  for (const channel of message.channels) {
    const address = await addressFor(message, channel);
    if (address === null) continue;
    const row = await tx.message.create({
      data: {
        personId,
        applicationId,
        invoiceId,
        channel,
        addressCipher: address === '' ? '' : fields().seal(address),
        template,
        subject,
        text,
        attachment: channel === 'MAIL' ? attachment : undefined,
        status: channel === 'SITE' ? 'SENT' : 'QUEUED',
        sentAt: channel === 'SITE' ? now : null,
        createdAt: now,
      },
    });
    if (channel !== 'SITE') await enqueue(tx, 'messages.deliver', { messageId: row.id }, { now });
  }
}

/** The address in clear, '' for SITE, or null where the person has none for this channel. */
async function addressFor({ tx, personId, address }: MessageToSend, channel: Channel): Promise<string | null> {
  if (channel === 'SITE') return personId ? '' : null;
  if (address) return address;
  if (!personId) return null;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { phoneCipher: true, email: true },
  });
  return channel === 'SMS' ? fields().open(person.phoneCipher) : person.email;
}

import { db } from '@/lib/db/client';
import type { Message } from '@/lib/db/generated/client';
import { fields } from '@/lib/secrets';
import type { Attachment, Carrier } from './carrier';

export type Attached = Pick<Message, 'attachment' | 'applicationId' | 'invoiceId'>;

interface Delivery {
  carrier: Carrier;
  /** Finds or draws what goes along with a mail. */
  attachmentsOf: (message: Attached) => Promise<Attachment[]>;
  now: Date;
}

/** Sends one queued message. Throws when the carrier failed, so that the queue tries again. */
export async function deliverMessage(messageId: string, { carrier, attachmentsOf, now }: Delivery): Promise<void> {
  const message = await db.message.findUnique({ where: { id: messageId } });
  if (!message || message.status === 'SENT' || message.channel === 'SITE') return;
  const address = fields().open(message.addressCipher);
  try {
    if (message.channel === 'SMS') await carrier.sendSms(address, message.text);
    if (message.channel === 'MAIL') {
      const { subject, text } = message;
      await carrier.sendMail({ to: address, subject, text, attachments: await attachmentsOf(message) });
    }
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    await db.message.update({
      where: { id: messageId },
      data: { tries: { increment: 1 }, lastError, status: 'FAILED' },
    });
    throw error;
  }
  await db.message.update({
    where: { id: messageId },
    data: { tries: { increment: 1 }, status: 'SENT', sentAt: now, lastError: null },
  });
}

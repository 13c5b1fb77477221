import { db } from '@/lib/db/client';
import { fields } from '@/lib/secrets';
import type { Attachment, Carrier } from './carrier';

interface Delivery {
  carrier: Carrier;
  /** Draws what goes along with a mail. */
  formOf: (applicationId: string) => Promise<Attachment>;
  now: Date;
}

/** Sends one queued message. Throws when the carrier failed, so that the queue tries again. */
export async function deliverMessage(messageId: string, { carrier, formOf, now }: Delivery): Promise<void> {
  const message = await db.message.findUnique({ where: { id: messageId } });
  if (!message || message.status === 'SENT' || message.channel === 'SITE') return;
  const address = fields().open(message.addressCipher);
  try {
    if (message.channel === 'SMS') await carrier.sendSms(address, message.text);
    if (message.channel === 'MAIL') {
      const { subject, text, attachment, applicationId } = message;
      const form = attachment && applicationId ? await formOf(applicationId) : undefined;
      await carrier.sendMail({ to: address, subject, text, attachment: form });
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

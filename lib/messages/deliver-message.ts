import { db } from '@/lib/db/client';
import { fields } from '@/lib/secrets';
import type { Carrier } from './carrier';

/** Sends one queued message. Throws when the carrier failed, so that the queue tries again. */
export async function deliverMessage(
  messageId: string,
  { carrier, now }: { carrier: Carrier; now: Date },
): Promise<void> {
  const message = await db.message.findUnique({ where: { id: messageId } });
  if (!message || message.status === 'SENT' || message.channel === 'SITE') return;
  const address = fields().open(message.addressCipher);
  try {
    if (message.channel === 'SMS') await carrier.sendSms(address, message.text);
    if (message.channel === 'MAIL') await carrier.sendMail(address, message.subject, message.text);
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

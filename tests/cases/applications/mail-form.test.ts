import { beforeAll, describe, expect, it } from 'vitest';
import { mailForm } from '@/lib/applications/mail-form';
import { db } from '@/lib/db/client';
import { deliverMessage } from '@/lib/messages/deliver-message';
import type { Mail } from '@/lib/messages/carrier';
import { attachmentsOf } from '@/lib/worker/attachments';
import { act } from '@/tests/build/applications/act';
import { aDraft, type Draft } from '@/tests/build/applications/drafts';
import { seededHouse, today } from '@/tests/build/applications/house';
import { aLockedForm } from '@/tests/build/applications/submitted';
import { pdfTexts } from '@/tests/build/read-pdf';

const email = 'shili@example.com';
const send = ({ actor, applicationId }: Draft) =>
  act(mailForm, { actor, applicationId, ability: 'mail_form', input: { email } });

async function delivered(applicationId: string): Promise<Mail[]> {
  const mails: Mail[] = [];
  const carrier = {
    sendSms: () => Promise.reject(new Error('nobody sends a form by SMS')),
    sendMail: async (mail: Mail) => void mails.push(mail),
  };
  const waiting = await db.message.findMany({ where: { applicationId, channel: 'MAIL', template: 'form_mailed' } });
  for (const { id } of waiting) await deliverMessage(id, { carrier, attachmentsOf, now: today });
  return mails;
}

describe('the form by mail', () => {
  beforeAll(seededHouse);

  it('is the issued PDF, with its own name, to the address that was typed', async () => {
    const locked = await aLockedForm();
    await send(locked);
    const { number } = await db.application.findUniqueOrThrow({ where: { id: locked.applicationId } });
    const [mail, ...more] = await delivered(locked.applicationId);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: email, attachments: [{ fileName: `江苏省初级_申报书_${number}.pdf` }] });
    const pages = await pdfTexts(Buffer.from(mail?.attachments?.[0]?.bytes ?? []));
    expect(pages.join('')).toContain(number);
    expect(await delivered(locked.applicationId)).toEqual([]);
  });

  it('is not there before the application was submitted', async () => {
    await expect(send(await aDraft())).rejects.toThrow('申报书还没有生成');
  });

  it('is sent five times a day and not oftener', async () => {
    const locked = await aLockedForm();
    for (const _ of [1, 2, 3, 4, 5]) await send(locked);
    await expect(send(locked)).rejects.toThrow('一天最多发送 5 次');
  });

  it('is nobody else’s to send', async () => {
    const [locked, other] = [await aLockedForm(), await aLockedForm()];
    await expect(send({ ...locked, actor: other.actor })).rejects.toThrow();
    expect(await db.message.count({ where: { applicationId: locked.applicationId, template: 'form_mailed' } })).toBe(0);
  });
});

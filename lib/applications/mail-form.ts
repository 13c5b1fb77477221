import { recordEvent } from '@/lib/audit/record-event';
import { levelNames } from '@/lib/catalogue/labels';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { sendMessage } from '@/lib/messages/send-message';
import type { LoadedApplication } from './lock-application';

const template = 'form_mailed';
const mailsADay = 5;
const dayMs = 24 * 60 * 60 * 1000;

/** Sends the issued 申报书 to a mail address, for those whose browser keeps no files. */
export async function mailForm({
  tx,
  actor,
  subject: application,
  input: { email },
  now,
}: Step<Transaction, LoadedApplication, { email: string }>): Promise<void> {
  const { id, number, level, cycle } = application;
  const issued = await tx.formSnapshot.findFirst({ where: { applicationId: id, supersededAt: null } });
  if (!issued) throw new DomainError('NOT_ISSUED', '申报书还没有生成：请先核对信息并提交报名。');
  const since = new Date(now.getTime() - dayMs);
  const sent = await tx.message.count({ where: { applicationId: id, template, createdAt: { gt: since } } });
  if (sent >= mailsADay) {
    throw new DomainError('TOO_MANY', `一天最多发送 ${mailsADay} 次。请先查看邮箱和垃圾邮件，或明天再发。`);
  }
  const title = `${cycle.association.provinceName}${levelNames[level]}申报书`;
  await sendMessage({
    tx,
    personId: application.personId,
    address: email,
    applicationId: id,
    template,
    subject: `${title}（第 ${issued.version} 版）`,
    text: `${actor.name}，您好：\n附件是您的${title}，申报编号 ${number}，第 ${issued.version} 版。请用 A4 纸按 100% 大小打印全部页，签字并加盖所在单位公章后，回到系统上传扫描件。\n申报书中有您的证件号码，请不要转发给他人。`,
    channels: ['MAIL'],
    attachment: 'APPLICATION_FORM',
    now,
  });
  await recordEvent(tx, { stream: `application:${id}`, name: template, actor, at: now, isPublic: true });
}

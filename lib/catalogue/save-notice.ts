import { recordEvent } from '@/lib/audit/record-event';
import type { Notice } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { plainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { NoticeToSave } from './lock-notice';
import type { SaveNotice } from './notice-input';
import type { Change } from './schema';

type SaveStep = Step<Transaction, NoticeToSave, SaveNotice>;

/** Saves a draft, or amends a published notice with a reason; what stood there before is kept in the audit. */
export async function saveNotice(step: SaveStep): Promise<{ noticeId: string; slug: string }> {
  await refuseForeignLinks(step);
  const { notice } = step.subject;
  return notice ? amend(step, notice) : create(step);
}

async function create({ tx, actor, subject, input, now }: SaveStep) {
  const notice = await tx.notice.create({
    data: {
      ...columnsOf(input),
      associationId: subject.associationId,
      slug: await freeSlug(tx, subject, input),
      createdAt: now,
    },
  });
  await recordEvent(tx, {
    stream: `notice:${notice.id}`,
    name: 'notice_drafted',
    actor,
    at: now,
    data: { title: notice.title },
  });
  return { noticeId: notice.id, slug: notice.slug };
}

async function amend({ tx, actor, input, now }: SaveStep, notice: Notice) {
  if (input.revision !== notice.revision) {
    throw new DomainError('CHANGED_MEANWHILE', '其他人刚刚修改了这份公告，请刷新页面，核对后再保存。');
  }
  if (notice.status === 'PUBLISHED' && input.reason.length < 4) {
    throw new DomainError('REASON_MISSING', '修改已发布的公告，请写明原因。', {
      reason: ['请写明原因，至少 4 个字。'],
    });
  }
  const changes = changesBetween(notice, input);
  if (changes.length === 0) throw new DomainError('NOTHING_CHANGED', '没有任何改动，无需保存。');
  await tx.notice.update({ where: { id: notice.id }, data: { ...columnsOf(input), revision: { increment: 1 } } });
  await recordEvent(tx, {
    stream: `notice:${notice.id}`,
    name: 'notice_amended',
    actor,
    at: now,
    note: input.reason || undefined,
    data: { revision: notice.revision + 1, changes },
  });
  return { noticeId: notice.id, slug: notice.slug };
}

/** A notice belongs to a cycle of its own association, and supplements a notice of it. */
async function refuseForeignLinks({ tx, subject, input }: SaveStep): Promise<void> {
  const { associationId } = subject;
  if (input.cycleId && !(await tx.cycle.findFirst({ where: { id: input.cycleId, associationId } }))) {
    throw new DomainError('FOREIGN_CYCLE', '请选择本协会的认证年度。', { cycleId: ['请选择本协会的认证年度。'] });
  }
  if (!input.supplementsId) return;
  const supplemented = await tx.notice.findFirst({ where: { id: input.supplementsId, associationId } });
  if (!supplemented || supplemented.id === input.noticeId) {
    throw new DomainError('FOREIGN_NOTICE', '请选择本协会的另一份公告。', {
      supplementsId: ['请选择本协会的另一份公告。'],
    });
  }
}

function columnsOf({ noticeId: _noticeId, revision: _revision, reason: _reason, ...columns }: SaveNotice) {
  return columns;
}

/** jiangsu-2025-01-20, then -2, -3 where that day has several. */
async function freeSlug(tx: Transaction, subject: NoticeToSave, input: SaveNotice): Promise<string> {
  const base = `${subject.associationId}-${plainDate(input.issuedOn)}`;
  const taken = new Set(
    (await tx.notice.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(
      ({ slug }) => slug,
    ),
  );
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

const labels = {
  title: '标题',
  documentNumber: '文号',
  issuer: '发文单位',
  issuedOn: '发文日期',
  salutation: '主送',
  body: '正文',
  annexTitle: '附件标题',
  annexBody: '附件',
  cycleId: '所属年度',
  supplementsId: '补充的公告',
} as const satisfies Partial<Record<keyof Notice, string>>;

function changesBetween(before: Notice, after: SaveNotice): Change[] {
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((field) => {
    const [was, is] = [words(before[field]), words(after[field])];
    return was === is ? [] : [{ field, label: labels[field], before: was, after: is }];
  });
}

const words = (value: string | Date | null): string => (value instanceof Date ? plainDate(value) : (value ?? ''));

import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import { noticesVisibleTo } from './policy';
import { storedChanges } from './schema';

const noticeParts = {
  cycle: { select: { slug: true, name: true, contacts: true, associationId: true } },
  association: { select: { name: true, provinceName: true } },
} as const satisfies Prisma.NoticeInclude;

export type PublicNotice = Prisma.NoticeGetPayload<{ include: typeof noticeParts }>;

export async function publishedNotices({
  page = 1,
  pageSize = 20,
} = {}): Promise<{ notices: PublicNotice[]; total: number }> {
  const where = { status: 'PUBLISHED' } as const;
  const [notices, total] = await Promise.all([
    db.notice.findMany({
      where,
      include: noticeParts,
      orderBy: [{ issuedOn: 'desc' }, { publishedAt: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.notice.count({ where }),
  ]);
  return { notices, total };
}

export interface NoticePage {
  notice: PublicNotice;
  supplements: { slug: string; title: string } | null;
  supplementedBy: { slug: string; title: string; issuedOn: Date }[];
}

/** By slug or id; also a withdrawn one, so that an old address says what became of it. */
export async function publicNotice(slugOrId: string): Promise<NoticePage | null> {
  const notice = await db.notice.findFirst({
    where: { status: { not: 'DRAFT' }, ...(isUuid(slugOrId) ? { id: slugOrId } : { slug: slugOrId }) },
    include: noticeParts,
  });
  if (!notice) return null;
  const [supplements, supplementedBy] = await Promise.all([
    notice.supplementsId
      ? db.notice.findFirst({
          where: { id: notice.supplementsId, status: 'PUBLISHED' },
          select: { slug: true, title: true },
        })
      : null,
    db.notice.findMany({
      where: { supplementsId: notice.id, status: 'PUBLISHED' },
      select: { slug: true, title: true, issuedOn: true },
      orderBy: { issuedOn: 'asc' },
    }),
  ]);
  return { notice, supplements, supplementedBy };
}

/** Drafts and withdrawn ones too, of the actor's own association. */
export async function officeNotices(actor: Actor): Promise<PublicNotice[]> {
  const visible = noticesVisibleTo(actor);
  if (!visible) return [];
  return db.notice.findMany({
    where: visible,
    include: noticeParts,
    orderBy: [{ issuedOn: 'desc' }, { createdAt: 'desc' }],
  });
}

export async function officeNotice(actor: Actor, id: string): Promise<PublicNotice | null> {
  const visible = noticesVisibleTo(actor);
  if (!visible || !isUuid(id)) return null;
  return db.notice.findFirst({ where: { id, ...visible }, include: noticeParts });
}

const storedAmendment = z.object({ changes: storedChanges.default([]) });

/** What was done to a notice, the latest first, with what stood there before. */
export async function noticeHistory({ id }: { id: string }) {
  const events = await db.auditEvent.findMany({ where: { stream: `notice:${id}` }, orderBy: { sequence: 'desc' } });
  return events.map(({ name, at, actorName, note, data }) => {
    const { changes } = storedAmendment.parse(data);
    return { name, at, actorName, note, changes };
  });
}

export type NoticeEvent = Awaited<ReturnType<typeof noticeHistory>>[number];

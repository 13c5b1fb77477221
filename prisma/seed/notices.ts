import type { PrismaClient } from '@/lib/db/generated/client';
import { parsePlainDate } from '@/lib/kernel/dates';
import { noticeAnnex, noticeBody } from './notice-text';

/** The public notice that the 2024 cycle rests on; made once, then edited by staff. */
export async function seedNotices(db: PrismaClient, now: Date): Promise<void> {
  const slug = 'jiangsu-2025-01-20';
  if (await db.notice.findUnique({ where: { slug } })) return;
  const issuedOn = parsePlainDate('2025-01-20') ?? now;
  const cycle = await db.cycle.findUnique({ where: { slug: 'jiangsu-2024' } });
  await db.notice.create({
    data: {
      slug,
      documentNumber: '苏青科教发〔2025〕5号',
      title: '关于开展2024年江苏省青少年科技辅导员专业水平认证工作的补充通知',
      issuer: '江苏省青少年科技教育协会',
      associationId: 'jiangsu',
      cycleId: cycle?.id,
      issuedOn,
      salutation: '各有关单位：',
      body: noticeBody,
      annexTitle: '科技辅导员专业水平认证报名流程',
      annexBody: noticeAnnex,
      status: 'PUBLISHED',
      publishedAt: now,
      createdAt: now,
    },
  });
}

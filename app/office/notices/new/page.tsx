import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { associationName } from '@/lib/catalogue/association-queries';
import { officeNotices } from '@/lib/catalogue/notice-queries';
import { officeCycles } from '@/lib/catalogue/office-queries';
import { actorAs } from '@/lib/web/page-actor';
import { NoticeForm } from '../notice-form';

export const metadata: Metadata = { title: '拟一份公告' };

export default async function NewNoticePage() {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF');
  const [issuer, cycles, others] = await Promise.all([
    associationName(actor.associationId),
    officeCycles(actor),
    officeNotices(actor),
  ]);
  const own = cycles.filter((cycle) => cycle.associationId === actor.associationId);
  return (
    <div className="stack">
      <PageHead
        title="拟一份公告"
        breadcrumb={[{ label: '公告', href: '/office/notices' }, { label: '拟一份公告' }]}
        lead="先保存为草稿，核对后再发布。"
      />
      <NoticeForm issuer={issuer} cycles={own} others={others} />
    </div>
  );
}

import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { ownerOfNew } from '@/lib/applications/return-reasons/policy';
import { lastPosition } from '@/lib/applications/return-reasons/queries';
import { actorAs } from '@/lib/web/page-actor';
import { ReasonForm } from '../reason-form';

export const metadata: Metadata = { title: '增加退回原因' };

export default async function NewReasonPage() {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF');
  return (
    <div className="stack">
      <PageHead
        title="增加退回原因"
        breadcrumb={[{ label: '退回原因', href: '/office/return-reasons' }, { label: '增加' }]}
        lead={ownerOfNew(actor) === null ? '增加后各协会都可以选用。' : '增加后只在本协会的审查中使用。'}
      />
      <ReasonForm position={await lastPosition()} />
    </div>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditTable } from '@/app/office/audit/audit-table';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { applicationAudit } from '@/lib/applications/review-queries';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '操作记录' };

export default async function ApplicationAuditPage({ params }: { params: Promise<{ applicationId: string }> }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const { applicationId } = await params;
  const audit = await applicationAudit(actor, applicationId);
  if (!audit) notFound();
  const verified = await verifyAudit(`application:${applicationId}`);
  const isWhole = verified.faults.length === 0;
  return (
    <div className="stack">
      <PageHead
        title="操作记录"
        breadcrumb={[
          { label: '申报审查', href: '/office/applications' },
          {
            label: `${audit.application.person.name} · ${audit.application.number}`,
            href: `/office/applications/${applicationId}`,
          },
        ]}
      />
      <Banner tone={isWhole ? 'success' : 'danger'} title={isWhole ? '记录完整' : '记录被改动过'}>
        {isWhole
          ? `已逐条核对 ${verified.checked} 条记录的校验链，没有缺失或改动。`
          : `第 ${verified.faults.map((fault) => fault.sequence).join('、')} 条与校验链不符，请立即报告系统管理员。`}
      </Banner>
      <AuditTable events={audit.events} caption="这份申报的操作记录" />
    </div>
  );
}

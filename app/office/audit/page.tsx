import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { auditPage } from '@/lib/audit/audit-queries';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { actorAs } from '@/lib/web/page-actor';
import { AuditTable } from './audit-table';

export const metadata: Metadata = { title: '审计记录' };

const filtersOf = z.object({
  stream: z
    .enum(['application:', 'person:', 'cycle:', 'unit:', 'order:', 'notice:', 'system'])
    .optional()
    .catch(undefined),
  actor: z.string().trim().max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const streams = [
  { value: 'application:', label: '申报' },
  { value: 'order:', label: '订单' },
  { value: 'person:', label: '账号' },
  { value: 'unit:', label: '单位' },
  { value: 'cycle:', label: '批次' },
  { value: 'notice:', label: '公告' },
];

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  await actorAs('AUDITOR', 'SYSTEM_ADMIN');
  const filters = filtersOf.parse(await searchParams);
  const [audit, verified] = await Promise.all([auditPage(filters), verifyAudit()]);
  const isWhole = verified.faults.length === 0;
  const hrefFor = (page: number) =>
    `/office/audit?${new URLSearchParams({ ...(filters.stream ? { stream: filters.stream } : {}), ...(filters.actor ? { actor: filters.actor } : {}), page: String(page) })}`;
  return (
    <div className="stack">
      <PageHead title="审计记录" lead={`共 ${audit.total} 条，只能增加，不能修改或删除。`} />
      <Banner tone={isWhole ? 'success' : 'danger'} title={isWhole ? '校验链完整' : '校验链有破损'}>
        {isWhole
          ? `刚刚核对了全部 ${verified.checked} 条记录。`
          : verified.faults.map((fault) => `${fault.stream} 第 ${fault.sequence} 条`).join('；')}
      </Banner>
      <FilterBar
        action="/office/audit"
        resetHref="/office/audit"
        values={{ stream: filters.stream, actor: filters.actor }}
        filters={[
          { kind: 'select', name: 'stream', label: '对象', options: streams },
          { kind: 'search', name: 'actor', label: '操作人', placeholder: '姓名' },
        ]}
      />
      <AuditTable events={audit.rows} caption="审计记录" />
      <Pagination page={filters.page} pageCount={audit.pageCount} total={audit.total} unit="条" hrefFor={hrefFor} />
    </div>
  );
}

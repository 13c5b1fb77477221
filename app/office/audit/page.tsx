import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageHead } from '@/components/shell/page-head';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { auditPage } from '@/lib/audit/audit-queries';
import { streamKinds, streamNames } from '@/lib/audit/labels';
import { actorAs } from '@/lib/web/page-actor';
import { AuditCheck } from './audit-check';
import { AuditTable } from './audit-table';

export const metadata: Metadata = { title: '审计记录' };

const filtersOf = z.object({
  kind: z.enum(streamKinds).optional().catch(undefined),
  actor: z.string().trim().max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const reader = await actorAs('AUDITOR', 'SYSTEM_ADMIN');
  const filters = filtersOf.parse(await searchParams);
  const audit = await auditPage(reader, filters);
  if (!audit) notFound();
  return (
    <div className="stack">
      <PageHead title="审计记录" lead={`共 ${audit.total} 条，只能增加，不能修改或删除。`} />
      <AuditCheck />
      <FilterBar
        action="/office/audit"
        resetHref="/office/audit"
        values={{ kind: filters.kind, actor: filters.actor }}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: '对象',
            options: streamKinds.map((value) => ({ value, label: streamNames[value] })),
          },
          { kind: 'search', name: 'actor', label: '操作人', placeholder: '姓名' },
        ]}
      />
      <AuditTable events={audit.rows} caption="审计记录" subjects={audit.subjects} />
      <Pagination
        page={filters.page}
        pageCount={audit.pageCount}
        total={audit.total}
        unit="条"
        hrefFor={(page) => hrefOf({ ...filters, page })}
      />
    </div>
  );
}

function hrefOf(filters: z.output<typeof filtersOf>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  return `/office/audit?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

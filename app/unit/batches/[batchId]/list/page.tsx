import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DataTable } from '@/components/ui/data-table';
import { PrintButton } from '@/components/ui/print-button';
import { PrintSheet, ScreenOnly } from '@/components/ui/print-sheet';
import { TextLink } from '@/components/ui/text-link';
import { batchPage } from '@/lib/applications/batch/batch-page';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { missingInWords } from '../open-applicants';

export const metadata: Metadata = { title: '待补清单' };

/** What is still to be fetched, on paper, for going from desk to desk. */
export default async function OpenListPage({ params }: { params: Promise<{ batchId: string }> }) {
  const actor = await unitActor();
  const now = currentTime();
  const [unit, found] = await Promise.all([ownUnit(actor), batchPage(actor, (await params).batchId, now)]);
  if (!unit || !found) notFound();
  const open = found.applicants.filter(({ missing, outdated }) => missing.length > 0 || outdated > 0);
  const loose = found.loose.filter(({ kind }) => kind !== 'blank' && kind !== 'list');
  return (
    <div className="page">
      <ScreenOnly>
        <div className="button-row mb-6">
          <PrintButton />
          <TextLink href={`/unit/batches/${found.batch.id}`} roomy>
            返回本批
          </TextLink>
        </div>
      </ScreenOnly>
      <PrintSheet title="待补清单">
        <div className="stack">
          <p>
            {unit.name}　{longDateTime(now)}
            {found.batch.packet ? `　盖章清单 ${found.batch.packet.number}` : ''}
          </p>
          {open.length === 0 ? <p>没有缺页。</p> : null}
          {open.length > 0 ? (
            <DataTable
              caption="缺页的申报书"
              dense
              rows={open}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', title: '姓名', lead: true, cell: ({ name }) => name },
                { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
                { key: 'missing', title: '缺页', cell: ({ missing, pageCount }) => missingInWords(missing, pageCount) },
                { key: 'outdated', title: '旧版的页', numeric: true, cell: ({ outdated }) => outdated || '—' },
              ]}
            />
          ) : null}
          {loose.length > 0 ? (
            <p>
              另有 {loose.length} 张没有归位：
              {loose.map(({ fileName, sheet }) => `“${fileName}”第 ${sheet} 张`).join('、')}。
            </p>
          ) : null}
        </div>
      </PrintSheet>
    </div>
  );
}

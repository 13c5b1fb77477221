import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { unitBatches } from '@/lib/applications/batch/batch-page';
import { type ShownPacket, unitPackets } from '@/lib/applications/packet/packet-queries';
import { now as currentTime } from '@/lib/clock';
import { longDateTime, tableDateTime } from '@/lib/kernel/dates';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { UnitHead } from '../unit-head';
import { startBatchAction } from './actions';

export const metadata: Metadata = { title: '批量扫描' };

type Batch = Awaited<ReturnType<typeof unitBatches>>[number];

/** Stacks of stamped forms, scanned in any order and sorted by their codes. */
export default async function BatchesPage() {
  const actor = await unitActor();
  const [unit, batches, packets] = await Promise.all([ownUnit(actor), unitBatches(actor), unitPackets(actor, currentTime())]);
  if (!unit) notFound();
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit/batches" />
      <div className="stack">
        <StartForm packets={packets.filter(({ status }) => status === 'READY')} />
        <section className="stack-small">
          <h2>批次</h2>
          <BatchTable batches={batches} />
        </section>
      </div>
    </div>
  );
}

function StartForm({ packets }: { packets: ShownPacket[] }) {
  return (
    <section className="stack-small">
      <h2>新的一批</h2>
      <p>
        把签字盖章后的整叠纸扫描成 PDF 上传，次序、正反、方向都不限，系统按二维码把每页归到各人名下，列出缺页，再一次确认提交。
      </p>
      <FormShell action={startBatchAction}>
        <SelectField
          name="packetId"
          label="这叠纸是按哪份盖章清单打印的"
          hint="选了清单，系统就知道应当有哪些人的申报书。"
          placeholder="不对应清单"
          options={packets.map(({ id, number, forms, createdAt }) => ({
            value: id,
            label: `${number}（${forms} 份，${longDateTime(createdAt)}）`,
          }))}
          defaultValue={packets[0]?.id}
        />
        <SubmitButton>开始扫描上传</SubmitButton>
      </FormShell>
    </section>
  );
}

function BatchTable({ batches }: { batches: Batch[] }) {
  return (
    <DataTable
      caption="批量扫描的批次"
      hideCaption
      rows={batches}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/unit/batches/${id}`}
      empty={<EmptyState title="还没有批次">上传第一叠盖章件以后，会列在这里。</EmptyState>}
      columns={[
        { key: 'at', title: '开始', lead: true, nowrap: true, cell: ({ createdAt }) => tableDateTime(createdAt) },
        { key: 'by', title: '经办', nowrap: true, cell: ({ createdByName }) => createdByName },
        { key: 'packet', title: '盖章清单', nowrap: true, cell: ({ packet }) => packet?.number ?? '—' },
        {
          key: 'pages',
          title: '已上传页',
          numeric: true,
          cell: ({ files }) => files.reduce((sum, { pages }) => sum + pages, 0),
        },
        { key: 'done', title: '已提交份数', numeric: true, cell: handedIn },
      ]}
    />
  );
}

const handedIn = ({ attestations }: Batch): number =>
  attestations.flatMap(({ rows }) => rows).filter(({ outcome }) => outcome === 'DONE').length;

import { Banner } from '@/components/ui/banner';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { toneOf } from '@/lib/applications/labels';
import { statuses } from '@/lib/applications/lifecycle';
import {
  type EffectOnPage,
  effectBefore,
  stoppedBy,
  type TouchedRow,
} from '@/lib/applications/sanctions/effect-on-page';
import { levelNames } from '@/lib/catalogue/labels';
import type { Actor } from '@/lib/kernel/actor';
import { tableDateTime } from '@/lib/kernel/dates';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';

interface EffectProps {
  sanction: SanctionSubject;
  actor: Actor;
}

/** Whom an approval would touch, as of now. */
export async function EffectBefore({ sanction, actor }: EffectProps) {
  const effect = await effectBefore(actor, sanction);
  return (
    <section className="stack-small" id="effect">
      <h2>批准后的影响</h2>
      <ul className="list-disc pl-5">
        <li>{`进行中的申报 ${effect.applications.length} 份，立即暂停处理，再由负责的协会逐份决定：${countsOf(effect)}。`}</li>
        <li>{`填写中的草稿 ${effect.drafts.length} 份，保留，但不能以这个单位提交；申请人可以改填别的单位。`}</li>
        <li>单位管理员和以这个单位申报过的人，三年内不能再以这个单位申报。已颁发的证书不受影响。</li>
        <li>
          {effect.admins.length > 0
            ? `通知单位管理员：${effect.admins.map(({ name }) => name).join('、')}；上述申请人也各收到一条通知。`
            : '上述申请人各收到一条通知。'}
        </li>
      </ul>
      {effect.admins.length === 0 ? (
        <Banner tone="warning" title="这个单位没有管理员">
          平台上没有人能代表单位收到通知，请另行书面送达，并告知申诉的办法。
        </Banner>
      ) : null}
      <ApplicationTable caption="会暂停处理的申报" rows={effect.applications} empty="没有进行中的申报" />
    </section>
  );
}

function countsOf({ applications }: EffectOnPage): string {
  const counts = new Map<string, number>();
  for (const { status } of applications) {
    const label = statuses[status].staffSees;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  if (counts.size === 0) return '目前没有';
  return [...counts].map(([label, count]) => `${label} ${count} 份`).join('，');
}

/** What it has stopped, with the way to each decision. */
export async function StoppedApplications({ sanction, actor }: EffectProps) {
  if (!sanction.startsOn) return null;
  const rows = await stoppedBy(actor, sanction);
  return (
    <section className="stack-small" id="effect">
      <h2>因此暂停的申报</h2>
      <p>逐份打开，决定恢复处理或不予通过。已经恢复处理的不再列在这里。</p>
      <ApplicationTable caption="因此暂停的申报" rows={rows} empty="没有还在暂停的申报" />
    </section>
  );
}

function ApplicationTable({ caption, rows, empty }: { caption: string; rows: TouchedRow[]; empty: string }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<EmptyState title={empty} />}
    />
  );
}

const columns: Column<TouchedRow>[] = [
  { key: 'number', title: '编号', lead: true, nowrap: true, cell: (row) => <ApplicationLink row={row} /> },
  { key: 'name', title: '申请人', nowrap: true, cell: ({ name }) => name ?? '（由其他协会负责）' },
  {
    key: 'item',
    title: '申报项目',
    cell: ({ cycle, level }) => `${cycle.cycleYear}年度 ${cycle.association.provinceName}${levelNames[level]}`,
  },
  {
    key: 'status',
    title: '状态',
    nowrap: true,
    cell: ({ status }) => <StatusTag tone={toneOf(status)} label={statuses[status].staffSees} />,
  },
  { key: 'since', title: '状态时间', nowrap: true, cell: ({ statusSince }) => tableDateTime(statusSince) },
];

function ApplicationLink({ row: { id, number, name } }: { row: TouchedRow }) {
  if (name === null) return number;
  return (
    <TextLink href={`/office/applications/${id}?view=all`} roomy>
      {number}
    </TextLink>
  );
}

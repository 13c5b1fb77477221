import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Banner } from '@/components/ui/banner';
import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { tableDateTime } from '@/lib/kernel/dates';
import { fellowAdministrators } from '@/lib/units/admin-queries';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { UnitHead } from '../unit-head';
import { HandOver } from './hand-over';

export const metadata: Metadata = { title: '单位管理员' };

type Fellow = Awaited<ReturnType<typeof fellowAdministrators>>[number];

export default async function AdministratorsPage({ searchParams }: { searchParams: Promise<{ named?: string }> }) {
  const actor = await unitActor();
  const [unit, fellows] = await Promise.all([ownUnit(actor), fellowAdministrators(actor)]);
  const own = fellows.find(({ isOwn, approvedAt }) => isOwn && approvedAt);
  if (!unit || !own) notFound();
  const named = fellows.find(({ approvedAt, replaces }) => !approvedAt && replaces?.grantId === own.id);
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit/administrators" />
      <div className="stack">
        {(await searchParams).named ? (
          <Banner tone="success" title="已提名接任的人" live>
            协会核实后，对方开始办理，您的管理员身份同时结束；在此之前仍由您办理。
          </Banner>
        ) : null}
        <section className="stack-small">
          <h2>本单位的管理员</h2>
          <p className="text-ink-soft">可以有几位管理员，看到的申报和批次相同；自己的申报由其他管理员办理。</p>
          <FellowTable fellows={fellows} />
          {fellows.filter(({ approvedAt }) => approvedAt).length === 1 ? (
            <p>
              本单位只有您一位管理员。请同事以“<TextLink href="/my/account/unit">申请成为单位管理员</TextLink>
              ”增加一位，您不在时也有人办理。
            </p>
          ) : null}
        </section>
        <HandOver grantId={own.id} named={named} />
      </div>
    </div>
  );
}

function FellowTable({ fellows }: { fellows: Fellow[] }) {
  return (
    <DataTable
      caption="本单位的管理员"
      hideCaption
      rows={fellows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: '姓名', lead: true, cell: ({ name, isOwn }) => (isOwn ? `${name}（您本人）` : name) },
        { key: 'mobile', title: '手机号', nowrap: true, cell: ({ mobile }) => mobile },
        {
          key: 'state',
          title: '状态',
          nowrap: true,
          cell: ({ approvedAt }) => (
            <Tag tone={approvedAt ? 'success' : 'warning'}>{approvedAt ? '在任' : '等待协会核实'}</Tag>
          ),
        },
        {
          key: 'since',
          title: '时间',
          nowrap: true,
          cell: ({ approvedAt, grantedAt }) =>
            approvedAt ? `${tableDateTime(approvedAt)} 起` : `${tableDateTime(grantedAt)} 申请`,
        },
      ]}
    />
  );
}

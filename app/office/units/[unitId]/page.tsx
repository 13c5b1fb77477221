import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { eventTitle } from '@/lib/applications/event-words';
import { longDateTime } from '@/lib/kernel/dates';
import { provinceOfRegion, regionName } from '@/lib/kernel/regions';
import { roleNames } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import { unitKindName, unitStatusNames } from '@/lib/units/labels';
import { judgeUnit } from '@/lib/units/policy';
import { officeUnit } from '@/lib/units/unit-queries';
import { actorAs } from '@/lib/web/page-actor';
import { AdminList } from './admin-list';
import { RenameUnit } from './rename-unit';
import { UnitDecision } from './unit-decision';
import { UnitSanctions } from './unit-sanctions';

export const metadata: Metadata = { title: '单位' };

type Params = Promise<{ unitId: string }>;
type Search = Promise<{ done?: string }>;
type Found = NonNullable<Awaited<ReturnType<typeof officeUnit>>>;

const tones = { PENDING: 'warning', APPROVED: 'success', REJECTED: 'danger' } as const;

export default async function UnitDetailPage({ params, searchParams }: { params: Params; searchParams: Search }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF');
  const { unitId } = await params;
  const found = isUuid(unitId) ? await officeUnit(actor, unitId) : null;
  if (!found) notFound();
  const { unit } = found;
  const judgement = judgeUnit(actor, unit);
  return (
    <div className="stack">
      <PageHead
        title={unit.name}
        breadcrumb={[{ label: '单位', href: '/office/units' }, { label: unit.name }]}
        tag={<Tag tone={tones[unit.status]}>{unitStatusNames[unit.status]}</Tag>}
      />
      {(await searchParams).done ? <Banner tone="success" title="已办理，结果已通知本人。" live /> : null}
      <UnitFacts found={found} />
      {judgement.answer === 'not_yet' ? <Banner tone="info" title={judgement.because} /> : <UnitDecision unit={unit} />}
      {judgement.answer === 'yes' && unit.status === 'APPROVED' ? <RenameUnit unit={unit} /> : null}
      <UnitSanctions unit={unit} actor={actor} />
      <AdminList admins={found.admins} isUnitApproved={unit.status === 'APPROVED'} />
      <section className="stack-small">
        <h2>办理记录</h2>
        <Timeline
          entries={found.events.map(({ name, at, actorName, actorRole, note }) => ({
            at: longDateTime(at),
            iso: at.toISOString(),
            title: eventTitle(name),
            by: `${actorName}（${roleNames[actorRole as keyof typeof roleNames] ?? actorRole}）`,
            body: note,
          }))}
        />
      </section>
    </div>
  );
}

function UnitFacts({ found: { unit, applications, sameName } }: { found: Found }) {
  const codeRegion = provinceOfRegion(unit.creditCode.slice(2, 8));
  const isElsewhere = codeRegion !== undefined && codeRegion.code !== unit.regionCode.slice(0, 2);
  return (
    <div className="stack-small">
      <KeyValue
        items={[
          { term: '统一社会信用代码', value: unit.creditCode },
          ...(unit.formerNames.length > 0 ? [{ term: '曾用名', value: unit.formerNames.join('、') }] : []),
          { term: '类别', value: unitKindName(unit.kind) },
          { term: '所在地区', value: regionName(unit.regionCode) },
          { term: '地址', value: unit.address || '没有填写' },
          { term: '登记时间', value: longDateTime(unit.addedAt) },
          { term: '使用它的申报', value: `${applications} 份` },
          ...(unit.decisionNote ? [{ term: '核实说明', value: unit.decisionNote }] : []),
        ]}
      />
      {isElsewhere ? (
        <Banner tone="warning" title="代码的登记地与所在地区不同">
          信用代码第 3 至 8 位是登记机关所在地（{codeRegion?.name}），单位填写的地区是{regionName(unit.regionCode)}
          ，请核对。
        </Banner>
      ) : null}
      {sameName.map(({ id, creditCode }) => (
        <Banner
          key={id}
          tone="warning"
          title="有同名单位"
          action={<TextLink href={`/office/units/${id}`}>查看</TextLink>}
        >
          另一个单位名称相同，信用代码是 {creditCode}，请确认是不是同一单位。
        </Banner>
      ))}
    </div>
  );
}

import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import {
  lookBackDays,
  manyAccounts,
  type SharedAccount,
  type SharedDevice,
  sharedDevices,
} from '@/lib/accounts/shared-devices';
import { now } from '@/lib/clock';
import type { Actor } from '@/lib/kernel/actor';
import { longDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '同一设备多个账号' };

/** Where several applicants used one device: a place to look for agents, who are not allowed (R34). */
export default async function SharedDevicesPage() {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'SYSTEM_ADMIN');
  const devices = await sharedDevices(actor, now());
  return (
    <div className="stack">
      <PageHead
        title="同一设备多个账号"
        lead={`近 ${lookBackDays} 天内，有 ${manyAccounts} 个或更多申请人账号在 24 小时内用同一网络地址和同一种浏览器登录过的。`}
      />
      <Banner tone="info" title="这只是线索，不能作为处理的依据">
        学校、单位的办公室常常共用网络地址和相同的浏览器，也会列在这里。账号分属不同单位、又大多是新注册的，值得向申请人和单位了解是否有人代办、代报。
      </Banner>
      {devices.length === 0 ? <EmptyState title="没有这样的设备">目前没有需要了解的情况。</EmptyState> : null}
      <h2 className="sr-only">设备</h2>
      <ul className="stack-small">
        {devices.map((shared) => (
          <li key={shared.mark}>
            <DeviceCard shared={shared} actor={actor} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function DeviceCard({ shared, actor }: { shared: SharedDevice; actor: Actor }) {
  const { mark, device, accounts, newAccounts, from, to, people } = shared;
  const units = new Set(people.flatMap(({ unit }) => unit ?? [])).size;
  const hidden = accounts - people.length;
  return (
    <Card title={`${accounts} 个账号，${device}（设备标记 ${mark}）`}>
      <div className="stack-small">
        <p>
          {longDateTime(from)} 至 {longDateTime(to)}；其中新注册 {newAccounts} 个，涉及 {units} 个单位。
        </p>
        <ul className="list-disc pl-5">
          {people.map((person) => (
            <li key={person.personId}>
              <Account person={person} actor={actor} />
            </li>
          ))}
        </ul>
        {hidden > 0 ? <p className="field-hint">另有 {hidden} 个账号没有在您负责的范围内申报。</p> : null}
      </div>
    </Card>
  );
}

function Account({ person: { personId, name, unit, number }, actor }: { person: SharedAccount; actor: Actor }) {
  const href =
    actor.role === 'SYSTEM_ADMIN'
      ? `/office/people/${personId}`
      : number && `/office/applications?view=all&q=${number}`;
  return (
    <>
      {href ? <TextLink href={href}>{name}</TextLink> : name}
      {number ? `，${number}` : ''}，{unit ?? '还没有填写单位'}
    </>
  );
}

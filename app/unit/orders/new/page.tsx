import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { EmptyState } from '@/components/ui/empty-state';
import { peopleToPayFor, type WaitingPerson } from '@/lib/applications/unit-orders/unit-order-queries';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { UnitHead } from '../../unit-head';
import { PickForm } from '../pick-form';

export const metadata: Metadata = { title: '选择缴费人员' };

export default async function NewUnitOrderPage() {
  const actor = await unitActor();
  const [unit, people] = await Promise.all([ownUnit(actor), peopleToPayFor(actor, currentTime())]);
  if (!unit) notFound();
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit/orders" />
      <div className="stack">
        <p>选择由单位统一缴费的人；管理员本人也可以列入。</p>
        {people.length === 0 ? (
          <EmptyState title="没有等待缴费的人">本单位人员提交报名以后、缴费以前，会列在这里。</EmptyState>
        ) : null}
        {byCycle(people).map((group) => (
          <section key={group[0].cycleId} className="stack-small">
            <h2>{group[0].cycle.name}</h2>
            <p>缴费截止 {longDateTime(group[0].cycle.paymentClosesAt)}。</p>
            <PickForm people={group} />
          </section>
        ))}
        <AgentStatement />
      </div>
    </div>
  );
}

type Group = [WaitingPerson, ...WaitingPerson[]];

/** An order has one payee and one deadline. */
function byCycle(people: readonly WaitingPerson[]): Group[] {
  const groups = new Map<string, Group>();
  for (const person of people) {
    const group = groups.get(person.cycleId);
    if (group) group.push(person);
    else groups.set(person.cycleId, [person]);
  }
  return [...groups.values()];
}

import { ButtonLink } from '@/components/ui/button';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { now as currentTime } from '@/lib/clock';
import type { Actor } from '@/lib/kernel/actor';
import { longDate } from '@/lib/kernel/dates';
import { sanctionStates, stateOf } from '@/lib/sanctions/labels';
import { sanctionsOfCode, unitToSanction } from '@/lib/sanctions/sanction-queries';

/** Whether this credit code may apply, what was decided about it, and the way to a new proposal. */
export async function UnitSanctions({ unit, actor }: { unit: { id: string; creditCode: string }; actor: Actor }) {
  const now = currentTime();
  const [sanctions, found] = await Promise.all([sanctionsOfCode(unit.creditCode), unitToSanction(actor, unit.id)]);
  const isBusy = sanctions.some((sanction) => ['PROPOSED', 'IN_FORCE'].includes(stateOf(sanction, now)));
  return (
    <section className="stack-small" id="sanctions">
      <h2>申报资格</h2>
      {sanctions.length === 0 ? <p>没有被取消过申报资格。</p> : null}
      {sanctions.length > 0 ? (
        <ul className="stack-small">
          {sanctions.map((sanction) => (
            <li key={sanction.id} className="button-row">
              <TextLink href={`/office/sanctions/${sanction.id}`} roomy>
                {longDate(sanction.proposedAt)}提出的取消申报资格
              </TextLink>
              <StatusTag {...sanctionStates[stateOf(sanction, now)]} />
            </li>
          ))}
        </ul>
      ) : null}
      {found && !isBusy ? (
        <div>
          <ButtonLink href={`/office/sanctions/new?unit=${unit.id}`} variant="secondary" size="small">
            提出取消申报资格
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}

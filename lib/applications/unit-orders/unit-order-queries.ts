import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import type { Judgement } from '@/lib/kernel/judgement';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { judgeShare } from '../judge-payment';
import { judge } from '../policy';
import { judgeTaking, type Taking } from './judge-taking';
import { pickedParts } from './lock-picked';

const payableParts = {
  ...pickedParts,
  orderItems: {
    where: { isLive: true },
    select: {
      amountFen: true,
      order: { include: { attempts: { select: { status: true } }, unmatched: { select: { resolvedAt: true } }, items: true } },
    },
  },
} as const satisfies Prisma.ApplicationInclude;

type Payable = Prisma.ApplicationGetPayload<{ include: typeof payableParts }>;
export type WaitingPerson = Payable & { taking: Taking; amountFen: number | null };

/** Whom the unit may pay for and nobody has paid for yet, its administrator included; each with what stands in the way. */
export async function peopleToPayFor(actor: Actor, now: Date): Promise<WaitingPerson[]> {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId) return [];
  const found = await db.application.findMany({
    where: {
      unitId: actor.unitId,
      levelFrozenAt: { not: null },
      hasPayment: false,
      status: { in: ['DRAFT', 'AWAITING_STAMP', 'SUBMITTED'] },
    },
    include: payableParts,
    orderBy: [{ cycleId: 'desc' }, { submittedAt: 'asc' }, { number: 'asc' }],
    take: 500,
  });
  return found.map((application) => {
    const [item] = application.orderItems;
    const taking = judgeTaking(actor, application, item?.order ?? null, now);
    return { ...application, taking, amountFen: item?.amountFen ?? application.cycleLevel.feeFen };
  });
}

export interface PersonOnOrder {
  itemId: string;
  applicationId: string;
  name: string;
  number: string;
  title: string;
  amountFen: number;
  refundedFen: number;
  /** Why he holds up the others; null where he can be paid for, or the order is over. */
  because: string | null;
  /** Only an application that is still of the unit leads to its page there. */
  isOfUnit: boolean;
}

const open: readonly string[] = ['UNPAID', 'PAYING'];

/** The people on an order that this person may see, in the order's own sequence. */
export async function peopleOn(actor: Actor, order: LoadedOrder, now: Date): Promise<PersonOnOrder[]> {
  const applications = await db.application.findMany({
    where: { id: { in: order.items.map(({ applicationId }) => applicationId) } },
    include: pickedParts,
  });
  return order.items.flatMap((item) => {
    const application = applications.find(({ id }) => id === item.applicationId);
    if (!application) return [];
    const { id: applicationId, number, person } = application;
    const share: Judgement | null = open.includes(order.status) ? judgeShare(actor, order, application, now) : null;
    return {
      ...{ itemId: item.id, applicationId, number, name: person.name },
      ...{ title: item.title, amountFen: item.amountFen, refundedFen: item.refundedFen },
      because: share?.answer === 'not_yet' ? share.because : null,
      isOfUnit: judge(actor, 'see', application, now).answer === 'yes',
    };
  });
}

import { randomInt, randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { ApplicationStatus } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor, Role } from '@/lib/kernel/actor';
import { createOrder } from '@/lib/payments/create-order';
import { type LoadedOrder, orderParts } from '@/lib/payments/lock-order';
import { fields } from '@/lib/secrets';

export const payDay = new Date('2025-02-10T02:00:00Z');
export const windowEnd = new Date('2025-03-03T15:59:59.999Z');

export interface PayingApplicant {
  actor: Actor;
  applicationId: string;
  orderId: string;
  order: () => Promise<LoadedOrder>;
}

interface Wish {
  status?: ApplicationStatus;
  hasMaterials?: boolean;
  feeFen?: number;
  now?: Date;
  unitId?: string;
  name?: string;
}

/** Somebody with a locked application and the order that belongs to it. */
export async function payingApplicant({
  status = 'AWAITING_STAMP',
  hasMaterials = false,
  feeFen = 10_000,
  now = payDay,
  unitId,
  name = '示例申请人',
}: Wish = {}): Promise<PayingApplicant> {
  const { cycleId, cycleLevelId } = await openCycle();
  const actor = await somebody('APPLICANT', name);
  const personId = actor.personId ?? '';
  const application = await db.application.create({
    data: {
      number: `T${randomInt(1e14).toString().padStart(14, '0')}`,
      personId,
      cycleId,
      cycleLevelId,
      unitId,
      level: 'PRIMARY',
      status,
      hasMaterials,
      formVersion: 1,
      levelFrozenAt: now,
      statusSince: now,
      createdAt: now,
    },
  });
  const order = await inTransaction((tx) =>
    createOrder({
      tx,
      actor,
      application: { id: application.id, personId, cycleId },
      payeeId: 'jiangsu',
      title: '江苏省初级科技辅导员专业水平认证',
      feeFen,
      expiresAt: windowEnd,
      now,
    }),
  );
  return { actor, applicationId: application.id, orderId: order.id, order: () => orderNow(order.id) };
}

export const orderNow = (id: string): Promise<LoadedOrder> =>
  db.order.findUniqueOrThrow({ where: { id }, include: orderParts });

/** A person acting in a role, without any session. */
export async function somebody(role: Role, name: string, associationId: string | null = null): Promise<Actor> {
  const tag = randomUUID();
  const person = await db.person.create({
    data: {
      name,
      documentKind: 'MAINLAND_ID',
      documentCipher: fields().seal(tag),
      documentIndex: tag,
      phoneCipher: fields().seal(`1990000${String(randomInt(10_000)).padStart(4, '0')}`),
      phoneIndex: tag,
    },
  });
  return { personId: person.id, name, role, associationId, unitId: null, sessionId: null };
}

export const financeOf = (associationId: string): Promise<Actor> => somebody('FINANCE', '示例财务', associationId);

async function openCycle(): Promise<{ cycleId: string; cycleLevelId: string }> {
  const known = await db.cycleLevel.findFirst({ where: { level: 'PRIMARY', cycle: { slug: 'payments-test' } } });
  if (known) return { cycleId: known.cycleId, cycleLevelId: known.id };
  for (const [id, provinceName] of [
    ['jiangsu', '江苏省'],
    ['zhejiang', '浙江省'],
  ] as const) {
    await db.association.upsert({
      where: { id },
      create: {
        id,
        kind: 'PROVINCIAL',
        name: `${provinceName}示例协会`,
        provinceName,
        provinceCode: id === 'jiangsu' ? '32' : '33',
      },
      update: {},
    });
  }
  const cycle = await db.cycle.create({
    data: {
      slug: 'payments-test',
      cycleYear: 2024,
      associationId: 'jiangsu',
      name: '2024年江苏省示例认证',
      status: 'PUBLISHED',
      applyOpensAt: new Date('2025-01-19T16:00:00Z'),
      applyClosesAt: windowEnd,
      materialsCloseAt: windowEnd,
      paymentClosesAt: windowEnd,
      levels: { create: { level: 'PRIMARY', deciderId: 'jiangsu', feeFen: 10_000, isOpen: true } },
    },
    include: { levels: true },
  });
  return { cycleId: cycle.id, cycleLevelId: cycle.levels[0]?.id ?? '' };
}

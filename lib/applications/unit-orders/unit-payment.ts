import type { Prisma } from '@/lib/db/generated/client';
import { longDateTime } from '@/lib/kernel/dates';

/** The order that counts for an application now, as far as its applicant may read it: another's total and names are not his. */
export const liveShare = {
  where: { isLive: true },
  select: {
    amountFen: true,
    order: {
      select: { number: true, status: true, expiresAt: true, createdAt: true, paidAt: true, unitId: true, unit: { select: { name: true } } },
    },
  },
} as const satisfies Prisma.Application$orderItemsArgs;

export type LiveShare = Prisma.OrderItemGetPayload<typeof liveShare>;

/** The share that his unit pays for him, be it paid or not; null where he pays himself. */
export function unitShare({ orderItems }: { orderItems: readonly LiveShare[] }): LiveShare | null {
  return orderItems.find(({ order }) => order.unitId !== null) ?? null;
}

/** While it is open the applicant must not pay himself. */
export const unitPays = (application: { orderItems: readonly LiveShare[]; hasPayment: boolean }): boolean =>
  !application.hasPayment && unitShare(application) !== null;

export const unitPaysWords = ({ order }: LiveShare): string =>
  `您的单位正在为您缴费（订单 ${order.number}，有效期至 ${longDateTime(order.expiresAt)}），请不要自己再缴费。`;

import type { AroundClosing } from '@/lib/payments/close-expired';
import { lockPaidFor } from '../lock-for-payment';
import { freePeople } from './free-people';

/** An order that ran out is closed with what it was to pay for held; a unit's people are free again in the same moment. */
export const freeingPeople: AroundClosing = async ({ tx, orderId, now }, close) => {
  await lockPaidFor(tx, orderId);
  const closed = await close();
  if (closed?.unitId) await freePeople({ tx, order: closed, now });
  return closed;
};

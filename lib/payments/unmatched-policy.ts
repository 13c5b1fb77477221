import type { Actor } from '@/lib/kernel/actor';
import type { Judgement } from '@/lib/kernel/judgement';
import { judgeBooks, type OfBooks } from './books-policy';
import { type JudgedOrder, judgeOrder } from './policy';

export interface JudgedUnmatched {
  unmatched: OfBooks;
  /** Null for money that names no order of ours. */
  order: JudgedOrder | null;
}

/** Whether this person may settle money that fits no order: as the order's finance, else as the keeper of the books. */
export function judgeUnmatched(actor: Actor, { unmatched, order }: JudgedUnmatched, now: Date): Judgement {
  return order ? judgeOrder(actor, 'look_after', order, now) : judgeBooks(actor, 'keep', unmatched);
}

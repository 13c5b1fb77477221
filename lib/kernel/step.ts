import type { Actor } from './actor';

/** What the action wrapper hands to a use case: everything in one transaction, judged already. */
export interface Step<Transaction, Subject, Input> {
  tx: Transaction;
  actor: Actor;
  subject: Subject;
  input: Input;
  now: Date;
}

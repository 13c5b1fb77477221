import { accountEventNames } from '@/lib/accounts/labels';
import { catalogueEventNames } from '@/lib/catalogue/labels';
import { fileEventNames } from '@/lib/files/labels';
import { orderEventNames } from '@/lib/payments/labels';
import { unitEventNames } from '@/lib/units/labels';
import { sanctionEventNames } from '@/lib/sanctions/labels';
import { eventNames } from './labels';
import { isMoveName, moves } from './moves';

const named: Record<string, string> = {
  ...fileEventNames,
  ...catalogueEventNames,
  ...accountEventNames,
  ...unitEventNames,
  ...orderEventNames,
  ...sanctionEventNames,
  ...eventNames,
};

/** What an event is called in a history: a move by its label in the table, everything else by its capability's words. */
export function eventTitle(name: string): string {
  return isMoveName(name) ? moves[name].label : (named[name] ?? '系统记录');
}

export const isNamedEvent = (name: string): boolean => isMoveName(name) || name in named;

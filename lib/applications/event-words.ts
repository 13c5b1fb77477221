import { eventNames } from './labels';
import { moveFacts, type MoveName, moveNames } from './moves';

/** What an event is called in a history: a move by its label in the table. */
export function eventTitle(name: string): string {
  return isMove(name) ? moveFacts(name).label : (eventNames[name] ?? '系统记录');
}

const isMove = (name: string): name is MoveName => moveNames.some((move) => move === name);

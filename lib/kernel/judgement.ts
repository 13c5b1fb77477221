export type Judgement =
  | { answer: 'yes' }
  /** Hidden on screen; the server answers like "not found". */
  | { answer: 'not_yours' }
  /** Shown disabled, with the reason; the server refuses with the same sentence. */
  | { answer: 'not_yet'; because: string };

export const yes: Judgement = { answer: 'yes' };
export const notYours: Judgement = { answer: 'not_yours' };
export const notYet = (because: string): Judgement => ({ answer: 'not_yet', because });

import type { Refusal, RefusalCode, RefusalFacts } from '../refusals.ts';

/** Thrown where a file turns out to be unfit; becomes the answer. */
export class Refused extends Error implements Refusal {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Runs a decoder; whatever it throws means that the file is damaged. */
export async function orRefuse<Result>(code: RefusalCode, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(code);
  }
}

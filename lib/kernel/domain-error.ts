/** An expected refusal. `sentence` is whole Chinese, shown to the person as it is. */
export class DomainError extends Error {
  readonly code: string;
  readonly sentence: string;
  readonly fieldErrors: Record<string, string[]>;

  constructor(code: string, sentence: string, fieldErrors: Record<string, string[]> = {}) {
    super(`${code}: ${sentence}`);
    this.name = 'DomainError';
    this.code = code;
    this.sentence = sentence;
    this.fieldErrors = fieldErrors;
  }
}

/** "Not yours" is answered exactly like "not there". */
export class NotFoundError extends Error {
  constructor(what = 'record') {
    super(`not found: ${what}`);
    this.name = 'NotFoundError';
  }
}

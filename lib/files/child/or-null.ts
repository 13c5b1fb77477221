/** What cannot be read is not there; the reason why is of no use to anybody. */
export function orNull<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const outcomes = { warned: '提交前已提示', passed: '检查没有发现', not_run: '检查没有运行' };

/** What the check of a reason had said before the application was handed in. */
export const outcomeWords = (check: string | null, outcome: keyof typeof outcomes | null): string =>
  check === null ? '—' : outcomes[outcome ?? 'not_run'];

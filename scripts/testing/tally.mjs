/** What was checked: how much passed, and each failure in a line. What did not run has not passed. */
export const tally = (passed, failures) => ({ passed, failures });

export function sum(tallies) {
  return tally(
    tallies.reduce((total, { passed }) => total + passed, 0),
    tallies.flatMap(({ failures }) => failures),
  );
}

export function report({ passed, failures }) {
  const lines = failures.map((failure) => `failed: ${failure}`);
  return [...lines, `${passed} passed, ${failures.length} failed`].join('\n');
}

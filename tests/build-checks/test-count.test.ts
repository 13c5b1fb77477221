import { expect, test } from 'vitest';
import { readResults as readPlaywright } from '../../scripts/testing/end-to-end.mjs';
import { report, sum, tally } from '../../scripts/testing/tally.mjs';
import { readResults as readVitest } from '../../scripts/testing/unit-tests.mjs';

test('the last line is the count, and failures stand before it', () => {
  const lines = report(sum([tally(3, []), tally(2, ['lint'])])).split('\n');
  expect(lines).toEqual(['failed: lint', '5 passed, 1 failed']);
});

test('a unit test that was skipped has not passed', () => {
  const results = [file([{ status: 'passed' }, { status: 'failed' }, { status: 'skipped' }, { status: 'todo' }])];
  expect(readVitest({ testResults: results })).toMatchObject({ passed: 1, failures: { length: 3 } });
});

test('a test file that breaks before its first test is a failure', () => {
  const broken = { ...file([]), status: 'failed', message: 'Cannot find module\nat line 1' };
  const { passed, failures } = readVitest({ testResults: [broken] });
  expect(passed).toBe(0);
  expect(failures[0]).toMatch(/some\.test\.ts: Cannot find module$/);
});

test('a browser test that passed at the second try has not passed', () => {
  const suites = [{ suites: [{ specs: [spec('expected'), spec('flaky'), spec('skipped'), spec('unexpected')] }] }];
  const { passed, failures } = readPlaywright({ suites, errors: [{ message: 'the set-up broke\nat line 1' }] });
  expect(passed).toBe(1);
  expect(failures).toEqual([
    'the set-up broke',
    'a.spec.ts [phone]: works (flaky)',
    'a.spec.ts [phone]: works (skipped)',
    'a.spec.ts [phone]: works (unexpected)',
  ]);
});

function file(tests: { status: string }[]) {
  const assertionResults = tests.map(({ status }) => ({ status, fullName: 'works' }));
  return { name: `${process.cwd()}/lib/some.test.ts`, status: 'passed', message: '', assertionResults };
}

const spec = (status: string) => ({ file: 'a.spec.ts', title: 'works', tests: [{ projectName: 'phone', status }] });

import fs from 'node:fs';
import path from 'node:path';
import { at } from '../bootstrap/project.mjs';
import { finished, timed } from '../bootstrap/step.mjs';
import { startThrowawayPostgres } from '../database/throwaway.mjs';
import { findBrowser } from './browser.mjs';
import { tally } from './tally.mjs';
import { startTestProduct } from './test-product.mjs';

const RESULTS = at('test-results/playwright.json');
const PLAIN = { NO_COLOR: undefined, FORCE_COLOR: '0' };

/** Runs tests/e2e in a real browser against a product of its own, started as `npm start` starts it. */
export async function runEndToEnd(extra = []) {
  const browser = await timed('browser', findBrowser);
  const postgres = await startThrowawayPostgres();
  const postgresUrl = postgres.url('postgres');
  let product = null;
  try {
    product = await timed('product', () => startTestProduct({ postgresUrl }));
    return await runPlaywright(extra, {
      ...browser.env,
      CHROMIUM_PATH: browser.program,
      E2E_URL: product.url,
      E2E_DATABASE_URL: product.databaseUrl,
      E2E_POSTGRES_URL: postgresUrl,
    });
  } finally {
    await product?.stop();
    await postgres.stop();
  }
}

async function runPlaywright(extra, env) {
  fs.mkdirSync(path.dirname(RESULTS), { recursive: true });
  fs.rmSync(RESULTS, { force: true });
  const { code } = await finished(process.execPath, [at('node_modules/@playwright/test/cli.js'), 'test', ...extra], {
    show: true,
    env: { ...env, ...(process.stdout.isTTY ? {} : PLAIN), PLAYWRIGHT_JSON_OUTPUT_FILE: RESULTS },
  });
  if (!fs.existsSync(RESULTS)) return tally(0, [`playwright ended with exit code ${code} and no results`]);
  const { passed, failures } = readResults(JSON.parse(fs.readFileSync(RESULTS, 'utf8')));
  const unexplained = code !== 0 && failures.length === 0 ? [`playwright ended with exit code ${code}`] : [];
  return tally(passed, [...failures, ...unexplained]);
}

/** A test that was skipped, or that passed only at the second try, has not passed. */
export function readResults({ suites, errors }) {
  const tests = suites.flatMap(testsOf);
  const notPassed = tests.filter(({ status }) => status !== 'expected');
  const broken = errors.map(({ message }) => (message ?? 'an error outside the tests').split('\n')[0]);
  const failures = [...broken, ...notPassed.map(({ name, status }) => `${name} (${status})`)];
  return { passed: tests.length - notPassed.length, failures };
}

function testsOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ projectName, status }) => ({ name: `${file} [${projectName}]: ${title}`, status })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}

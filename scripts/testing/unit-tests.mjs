import fs from 'node:fs';
import path from 'node:path';
import { at } from '../bootstrap/project.mjs';
import { finished } from '../bootstrap/step.mjs';
import { tally } from './tally.mjs';

const RESULTS = at('test-results/vitest.json');

/** Runs projects of vitest.config.ts: unit, component, cases. */
export async function runVitest(projects, extra = []) {
  fs.mkdirSync(path.dirname(RESULTS), { recursive: true });
  fs.rmSync(RESULTS, { force: true });
  const only = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const args = ['run', '--passWithNoTests', ...only, ...reporters, ...extra];
  const { code } = await finished(process.execPath, [at('node_modules/vitest/vitest.mjs'), ...args], { show: true });
  const name = `vitest (${projects.join(', ')})`;
  if (!fs.existsSync(RESULTS)) return tally(0, [`${name} ended with exit code ${code} and no results`]);
  const { passed, failures } = readResults(JSON.parse(fs.readFileSync(RESULTS, 'utf8')));
  const unexplained = code !== 0 && failures.length === 0 ? [`${name} ended with exit code ${code}`] : [];
  return tally(passed, [...failures, ...unexplained]);
}

export function readResults({ testResults }) {
  const failures = [];
  let passed = 0;
  for (const file of testResults) {
    const where = path.relative(at(), file.name);
    const notPassed = file.assertionResults.filter(({ status }) => status !== 'passed');
    passed += file.assertionResults.length - notPassed.length;
    failures.push(...notPassed.map(({ status, fullName }) => `${where}: ${fullName} (${status})`));
    const brokeOutsideTests = file.status === 'failed' && notPassed.length === 0;
    if (brokeOutsideTests) failures.push(`${where}: ${file.message.split('\n')[0] || 'could not be run'}`);
  }
  return { passed, failures };
}

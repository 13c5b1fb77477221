import { at } from '../bootstrap/project.mjs';
import { finished, timed } from '../bootstrap/step.mjs';
import { runPrisma } from '../database/prisma-cli.mjs';
import { withThrowawayDatabase } from '../database/throwaway.mjs';
import { dependencyViolations } from './dependency-rules.mjs';
import { sum, tally } from './tally.mjs';

const TSC = 'node_modules/typescript/bin/tsc';
const NEXT = 'node_modules/next/dist/bin/next';
const BIOME = 'node_modules/@biomejs/biome/bin/biome';

/** Each check says what is wrong, or nothing. */
const CHECKS = {
  'types of the product': typesOfProduct,
  'types of the tests': () => node(TSC, '--project', 'tests'),
  lint: () => node(BIOME, 'lint', '--error-on-warnings', '--max-diagnostics=100'),
  'dependency rules': dependencyRules,
  'migrations make the schema': migrationsMakeSchema,
};

export async function runStaticChecks() {
  const tallies = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const wrong = await timed(name, check);
    if (wrong) process.stdout.write(`${wrong.trimEnd()}\n`);
    tallies.push(wrong ? tally(0, [name]) : tally(1, []));
  }
  return sum(tallies);
}

async function typesOfProduct() {
  const routes = await node(NEXT, 'typegen');
  return routes || node(TSC, '--project', '.');
}

async function dependencyRules() {
  const { violations } = await dependencyViolations();
  return violations.map(({ text }) => text).join('\n');
}

function migrationsMakeSchema() {
  return withThrowawayDatabase(async (DATABASE_URL) => {
    const difference = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema'];
    const { code, output } = await runPrisma(['migrate', 'diff', ...difference, '--exit-code'], {
      env: { DATABASE_URL },
    });
    return code === 0 ? '' : output;
  });
}

async function node(program, ...args) {
  const { code, output } = await finished(process.execPath, [at(program), ...args]);
  return code === 0 ? '' : output || `${program} ended with exit code ${code}`;
}

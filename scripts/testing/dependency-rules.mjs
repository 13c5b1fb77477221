import fs from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import ruleSet from '../../.dependency-cruiser.mjs';
import { at } from '../bootstrap/project.mjs';

const PLACES = ['app', 'bench', 'components', 'lib', 'prisma', 'tests', 'proxy.ts', 'instrumentation.ts'];

/** Every import that the rules of the house forbid, in words. */
export async function dependencyViolations(house = at()) {
  const places = PLACES.filter((place) => fs.existsSync(path.join(house, place)));
  const before = process.cwd();
  process.chdir(house);
  try {
    const { output } = await cruise(places, cruiseOptions(house), resolveOptions(house));
    return { files: output.summary.totalCruised, violations: output.summary.violations.map(inWords) };
  } finally {
    process.chdir(before);
  }
}

// TypeScript 7 has no JavaScript interface, so swc reads the files; it sees type-only imports as they are written.
function cruiseOptions(house) {
  return {
    ruleSet,
    validate: true,
    baseDir: house,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(lib/db/generated|tests/rules/fixtures|bench/campaigns)/' },
  };
}

function resolveOptions(house) {
  return {
    alias: { '@': house },
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    exportsFields: ['exports'],
    mainFields: ['module', 'main', 'types'],
  };
}

function inWords({ rule, from, to, cycle }) {
  const way = cycle ? cycle.map((step) => step.name) : [to];
  return { rule: rule.name, from, to, text: `${rule.name}: ${[from, ...way].join(' → ')}` };
}

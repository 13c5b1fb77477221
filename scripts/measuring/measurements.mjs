import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { at } from '../bootstrap/project.mjs';
import { finished } from '../bootstrap/step.mjs';
import { typescriptProgram } from '../product/child.mjs';

/** Runs the files of bench/ with this ending one after the other, each in a process of its own. */
export async function runMeasurements(ending, names) {
  const files = fs
    .readdirSync(at('bench'))
    .filter((name) => name.endsWith(ending))
    .sort();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'measured-'));
  const results = [];
  const broken = [];
  for (const name of files) {
    const resultFile = path.join(folder, `${name}.json`);
    const args = typescriptProgram('scripts/measuring/run-one.mjs', at('bench', name), resultFile, ...names);
    const { code } = await finished(process.execPath, ['--expose-gc', ...args], { show: true });
    if (code !== 0) broken.push(`bench/${name} ended with exit code ${code}`);
    if (fs.existsSync(resultFile)) results.push(JSON.parse(fs.readFileSync(resultFile, 'utf8')));
  }
  fs.rmSync(folder, { recursive: true });
  return { results, broken };
}

import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';

test.setTimeout(420_000);

test('nobody’s payment is lost or doubled when the web server, the worker and PostgreSQL are killed meanwhile', async () => {
  const { code, output } = await campaign('crash', 'crash.25');
  expect(output).toMatch(/^crash: \d+ cases, 0 failures/m);
  expect(Number(/^crash: (\d+) cases/m.exec(output)?.[1])).toBeGreaterThanOrEqual(25);
  for (const victim of ['web', 'worker', 'database']) expect(output).toMatch(new RegExp(`, [1-9]\\d* killed_${victim}`));
  expect(output).toContain(', 0 lost, 0 doubled');
  expect(code).toBe(0);
});

async function campaign(...names: string[]): Promise<{ code: number | null; output: string }> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn('npm', ['run', 'campaign', '--', ...names], { env: inherited });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

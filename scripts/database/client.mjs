import fs from 'node:fs';
import { fingerprint } from '../bootstrap/fingerprint.mjs';
import { at, root } from '../bootstrap/project.mjs';
import { once } from '../bootstrap/step.mjs';
import { runPrisma } from './prisma-cli.mjs';

/** Writes the database client from the schema. */
export function generateClient() {
  const step = {
    name: 'prisma generate',
    stamp: at('.cache/stamps/prisma-generate'),
    fingerprint: fingerprint(root, ['prisma/schema', 'package-lock.json']),
    isPresent: () => fs.existsSync(at('lib/db/generated/client.ts')),
  };
  return once(step, async () => {
    const { code, output } = await runPrisma(['generate']);
    if (code !== 0) throw new Error(`prisma generate failed:\n${output}`);
  });
}

import fs from 'node:fs';
import { fingerprint } from '../bootstrap/fingerprint.mjs';
import { at, root } from '../bootstrap/project.mjs';
import { once, run } from '../bootstrap/step.mjs';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.base.json',
  'tsconfig.json',
  'package-lock.json',
];

/** Builds the web application unless this very source is built already. */
export function buildProduct() {
  const folder = at(process.env.NEXT_DIST_DIR ?? '.next');
  const step = {
    name: 'next build',
    stamp: `${folder}/built-from`,
    fingerprint: fingerprint(root, SOURCES),
    isPresent: () => fs.existsSync(`${folder}/BUILD_ID`),
  };
  return once(step, () =>
    run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], { env: { NODE_ENV: 'production' } }),
  );
}

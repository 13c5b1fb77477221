import fs from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { at, root } from './project.mjs';
import { once, run } from './step.mjs';

const installation = () => ({
  name: 'npm ci',
  stamp: at('node_modules/.installed'),
  fingerprint: fingerprint(root, ['package-lock.json']),
});

// Named, since a shell for production would otherwise leave out what a build needs.
export function installDependencies() {
  return once(installation(), () =>
    run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']),
  );
}

/** For one who has installed by hand. */
export function stampDependencies() {
  const { stamp, fingerprint: print } = installation();
  fs.writeFileSync(stamp, print);
}

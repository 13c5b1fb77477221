import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { endWithParent } from './end-with-parent.ts';
import type { Task } from './tasks.ts';

const answerChannel = 3;

endWithParent();

/** Each kind of work loads only what it needs: starting is most of what a small file costs. */
async function perform(wanted: Task): Promise<unknown> {
  switch (wanted.kind) {
    case 'check':
      return (await import('./check-file.ts')).checkFile(wanted);
    case 'render':
      return (await import('./render-page.ts')).renderPage(wanted);
    case 'read-codes':
      return (await import('./read-codes.ts')).readCodes(wanted);
    case 'read-signatures':
      return (await import('./signatures/read-signatures.ts')).readSignatures(wanted);
    case 'split-form':
      return (await import('./split-form.ts')).splitForm(wanted);
  }
}

/** Written by the parent, which is this same program. */
const wanted: Task = JSON.parse(await text(process.stdin));
writeSync(answerChannel, JSON.stringify(await perform(wanted)));
process.exit(0);

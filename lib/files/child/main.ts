import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { endWithParent } from './end-with-parent.ts';
import type { Task } from './tasks.ts';

const answerChannel = 3;

endWithParent();

/** Each kind of work loads only what it needs: starting is most of what a small file costs. */
async function* perform(wanted: Task): AsyncGenerator<unknown> {
  switch (wanted.kind) {
    case 'check':
      return yield* (await import('./check-and-read.ts')).checkAndRead(wanted);
    case 'read-later-codes':
      return yield* (await import('./check-and-read.ts')).readLaterCodes(wanted);
    case 'render':
      return yield (await import('./render-page.ts')).renderPage(wanted);
    case 'read-codes':
      return yield (await import('./read-codes.ts')).readCodes(wanted);
    case 'read-signatures':
      return yield (await import('./signatures/read-signatures.ts')).readSignatures(wanted);
    case 'open-invoices':
      return yield* (await import('./open-invoices.ts')).openInvoices(wanted);
    case 'split-form':
      return yield (await import('./split-form.ts')).splitForm(wanted);
  }
}

/** A line written by the parent, which is this same program. */
const [line] = await once(createInterface({ input: process.stdin }), 'line');
const wanted: Task = JSON.parse(line);
for await (const answer of perform(wanted)) say(answer);
say(null);

/** `null`: the task is done. */
function say(answer: unknown): void {
  writeSync(answerChannel, `${JSON.stringify(answer)}\n`);
}

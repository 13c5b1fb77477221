import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { checkFile } from './check-file.ts';
import { readCodes } from './read-codes.ts';
import { renderPage } from './render-page.ts';
import { splitForm } from './split-form.ts';
import { type Task, task } from './tasks.ts';

const answerChannel = 3;

function perform(wanted: Task): Promise<unknown> {
  switch (wanted.kind) {
    case 'check':
      return checkFile(wanted);
    case 'render':
      return renderPage(wanted);
    case 'read-codes':
      return readCodes(wanted);
    case 'split-form':
      return splitForm(wanted);
  }
}

const wanted = task.parse(JSON.parse(await text(process.stdin)));
writeSync(answerChannel, JSON.stringify(await perform(wanted)));
process.exit(0);

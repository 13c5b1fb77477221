import path from 'node:path';
import { type OpenedInvoice, openedInvoice } from '@/lib/files/child/tasks';
import { checkingProcess } from '@/lib/files/run-child';
import { runInChild } from '@/lib/files/run-in-child';

export type Opened = Extract<OpenedInvoice, { outcome: 'opened' }>;
export type Refused = Extract<OpenedInvoice, { outcome: 'refused' }>;

const limits = { timeoutMs: 30_000, maxResidentBytes: 1_200_000_000 };

/** Looks into files of invoices in a process of their own; `stopped` where it did not come to the end. */
export async function openInvoiceFiles(files: readonly { path: string; name: string }[], folder: string) {
  const output = path.join(/*turbopackIgnore: true*/ folder, 'invoice');
  const task = { kind: 'open-invoices', files: files.map(({ path: at, name }) => ({ path: at, name })), output };
  const { answers, stopped } = await runInChild({ entry: checkingProcess, task, limits });
  const all = answers.map((answer) => openedInvoice.parse(answer));
  return {
    opened: all.filter((one): one is Opened => one.outcome === 'opened'),
    refused: all.filter((one): one is Refused => one.outcome === 'refused'),
    stopped: stopped ? { after: all.at(-1)?.name ?? null } : null,
  };
}

import { now } from '@/lib/clock';
import type { JobPayload } from '@/lib/jobs/kinds';
import { askPlatform, issueByPlatform, type PlatformPorts, reverseByPlatform } from '@/lib/invoices/tax/ask-platform';
import { fetchFiles } from '@/lib/invoices/tax/fetch-files';
import { taxPlatform } from '@/lib/invoices/tax/platform';
import { log } from '@/lib/log';

/** Null where the platform is not set up any more: what waits for it waits. */
function ports(): PlatformPorts | null {
  const platform = taxPlatform();
  return platform && { platform, now: now() };
}

export async function issueInvoice(invoiceId: string): Promise<void> {
  const open = ports();
  if (open) log().info({ invoiceId, heard: await issueByPlatform(invoiceId, open) }, 'invoice handed over');
}

export async function reverseInvoice(invoiceId: string): Promise<void> {
  const open = ports();
  if (open) log().info({ invoiceId, heard: await reverseByPlatform(invoiceId, open) }, 'reversal handed over');
}

export async function askTaxPlatform(): Promise<void> {
  const open = ports();
  if (!open) return;
  const tally = await askPlatform(open);
  if (Object.keys(tally).length > 0) log().info(tally, 'tax platform asked');
}

export async function fetchInvoiceFiles(wanted: JobPayload<'invoices.fetch-files'>): Promise<void> {
  const open = ports();
  if (open) await fetchFiles(wanted, open);
}

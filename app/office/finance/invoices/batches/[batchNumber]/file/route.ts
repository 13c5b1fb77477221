import { notFound } from 'next/navigation';
import { now as currentTime } from '@/lib/clock';
import { contentDisposition } from '@/lib/files/content-disposition';
import { xlsxOf, xlsxType } from '@/lib/files/spreadsheet';
import { batchSheet } from '@/lib/invoices/batch-sheet';
import { actorAs } from '@/lib/web/page-actor';

/** The spreadsheet of a batch for the tax client. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchNumber: string }> }): Promise<Response> {
  const actor = await actorAs('FINANCE');
  const sheet = await batchSheet(actor, (await params).batchNumber, currentTime());
  if (!sheet) notFound();
  return new Response(await xlsxOf([sheet]), {
    headers: {
      'Content-Type': xlsxType,
      'Content-Disposition': contentDisposition('attachment', `${sheet.name}.xlsx`),
      'Cache-Control': 'no-store',
    },
  });
}

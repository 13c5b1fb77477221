import { notFound } from 'next/navigation';
import { now as currentTime } from '@/lib/clock';
import { contentDisposition } from '@/lib/files/content-disposition';
import { xlsxOf, xlsxType } from '@/lib/files/spreadsheet';
import { financeMonth } from '@/lib/payments/closing/closing-queries';
import { closingSheets } from '@/lib/payments/closing/closing-sheets';
import { actorAs } from '@/lib/web/page-actor';

/** The report of a month as a workbook. */
export async function GET(request: Request, { params }: { params: Promise<{ month: string }> }): Promise<Response> {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const { month } = await params;
  const payeeId = new URL(request.url).searchParams.get('payee') ?? actor.associationId ?? '';
  const found = await financeMonth(actor, { month, payeeId, now: currentTime() });
  if (!found) notFound();
  const name = `${found.report.payee.name}-${month}-${found.closing ? '结账报告' : '未结账'}.xlsx`;
  return new Response(await xlsxOf(closingSheets(found.report)), {
    headers: {
      'Content-Type': xlsxType,
      'Content-Disposition': contentDisposition('attachment', name),
      'Cache-Control': 'no-store',
    },
  });
}

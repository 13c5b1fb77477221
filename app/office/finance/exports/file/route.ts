import { now as currentTime } from '@/lib/clock';
import { contentDisposition } from '@/lib/files/content-disposition';
import { xlsxOf, xlsxType } from '@/lib/files/spreadsheet';
import { exportInvoices } from '@/lib/invoices/export-invoices';
import { csvOf } from '@/lib/kernel/csv';
import { endOfBeijingDay, startOfBeijingDay } from '@/lib/kernel/dates';
import { exportTable, mostRows } from '@/lib/payments/exports/export-tables';
import { recordExport } from '@/lib/payments/exports/record-export';
import { exportInput } from '@/lib/payments/exports/schema';
import { actorAs } from '@/lib/web/page-actor';
import { withMessage } from '@/lib/web/passed-message';

/** A table of the finance desk as a file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const asked = exportInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return back(asked.error.issues[0]?.message ?? '请检查填写的内容。');
  const { table, from, to, format } = asked.data;
  const period = { from: startOfBeijingDay(from), to: endOfBeijingDay(to) };
  const found = table === 'invoices' ? await exportInvoices(actor, { ...period, most: mostRows }) : await exportTable(actor, table, period);
  if (!found) return back('这段时间的记录超过 10 万行，请缩短时间分次导出。');
  await recordExport(actor, asked.data, { rows: found.rows.length, now: currentTime() });
  const body = format === 'csv' ? csvOf(found.columns.map(({ title }) => title), found.rows) : await xlsxOf([found]);
  return new Response(body, {
    headers: {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : xlsxType,
      'Content-Disposition': contentDisposition('attachment', `${found.name}-${from}至${to}.${format}`),
      'Cache-Control': 'no-store',
    },
  });
}

const back = (text: string): Response =>
  new Response(null, { status: 303, headers: { Location: withMessage('/office/finance/exports', { tone: 'danger', text }) } });

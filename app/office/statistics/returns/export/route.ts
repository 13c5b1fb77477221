import { returnFilters, returnsOf } from '@/lib/applications/return-statistics/queries';
import { returnsCsv } from '@/lib/applications/return-statistics/returns-csv';
import { now } from '@/lib/clock';
import { contentDisposition } from '@/lib/files/content-disposition';
import { beijingDay } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';

/** The returns as a table for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const filters = returnFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const csv = returnsCsv(await returnsOf(actor, filters), filters.reason);
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition('attachment', `退回统计-${beijingDay(now())}.csv`),
      'Cache-Control': 'no-store',
    },
  });
}

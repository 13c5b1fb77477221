import { exportOwnData } from '@/lib/accounts/export-own-data';
import { now } from '@/lib/clock';
import { beijingDay } from '@/lib/kernel/dates';
import { pageActor } from '@/lib/web/page-actor';

export async function GET(): Promise<Response> {
  const at = now();
  const data = await exportOwnData(await pageActor(), at);
  const name = encodeURIComponent(`我的数据_${beijingDay(at)}.json`);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="my-data.json"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
}

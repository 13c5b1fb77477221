import { isDatabaseAlive } from '@/lib/web/is-database-alive';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const alive = await isDatabaseAlive();
  return Response.json(
    { status: alive ? 'ok' : 'unavailable' },
    { status: alive ? 200 : 503, headers: { 'cache-control': 'no-store', ...(alive ? {} : { 'retry-after': '5' }) } },
  );
}

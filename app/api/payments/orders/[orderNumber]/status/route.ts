import { orderPulse } from '@/lib/payments/queries';
import { optionalActor } from '@/lib/web/page-actor';

export const dynamic = 'force-dynamic';

const fresh = { 'cache-control': 'private, no-store' };

/** Asked every few seconds by a page that waits for a payment; answers from the books only. */
export async function GET(_: Request, { params }: { params: Promise<{ orderNumber: string }> }): Promise<Response> {
  const actor = await optionalActor();
  const pulse = actor && (await orderPulse(actor, (await params).orderNumber));
  if (!pulse) return Response.json({ message: '没有这个订单，或您无权查看。' }, { status: 404, headers: fresh });
  return Response.json({ pulse }, { headers: fresh });
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoReceipt } from '@/components/payments/no-receipt';
import { Receipt } from '@/components/payments/receipt';
import { PrintButton } from '@/components/ui/print-button';
import { ScreenOnly } from '@/components/ui/print-sheet';
import { TextLink } from '@/components/ui/text-link';
import { peopleOn } from '@/lib/applications/unit-orders/unit-order-queries';
import { now as currentTime } from '@/lib/clock';
import { hasReceipt, paidBy } from '@/lib/payments/paid-by';
import { unitOrder } from '@/lib/payments/queries';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '缴费凭证' };

export default async function UnitReceiptPage({ params }: { params: Promise<{ unitOrderNumber: string }> }) {
  const actor = await unitActor();
  const now = currentTime();
  const [unit, order] = await Promise.all([ownUnit(actor), unitOrder(actor, (await params).unitOrderNumber)]);
  if (!unit || !order) notFound();
  if (!hasReceipt(order)) return <NoReceipt orderPage={`/unit/orders/${order.number}`} />;
  return (
    <div className="page">
      <ScreenOnly>
        <div className="button-row mb-6">
          <PrintButton />
          <TextLink href={`/unit/orders/${order.number}`} roomy>
            返回订单
          </TextLink>
        </div>
      </ScreenOnly>
      <Receipt
        order={order}
        payer={`${unit.name}（${unit.creditCode}）`}
        paidBy={paidBy(order)}
        lines={await peopleOn(actor, order, now)}
        now={now}
      />
    </div>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoReceipt } from '@/components/payments/no-receipt';
import { Receipt } from '@/components/payments/receipt';
import { PrintButton } from '@/components/ui/print-button';
import { ScreenOnly } from '@/components/ui/print-sheet';
import { TextLink } from '@/components/ui/text-link';
import { ownApplication } from '@/lib/applications/queries';
import { now as currentTime } from '@/lib/clock';
import { hasReceipt, paidBy } from '@/lib/payments/paid-by';
import { ownOrder } from '@/lib/payments/queries';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '缴费凭证' };

export default async function ReceiptPage({ params }: { params: Promise<{ orderNumber: string }> }) {
  const actor = await actorAs('APPLICANT');
  const order = await ownOrder(actor, (await params).orderNumber);
  const application = order && (await ownApplication(actor, order.applicationId ?? ''));
  if (!application) notFound();
  if (!hasReceipt(order)) return <NoReceipt orderPage={`/my/orders/${order.number}`} />;
  const { title, paidFen: amountFen } = order;
  return (
    <div className="page">
      <ScreenOnly>
        <div className="button-row mb-6">
          <PrintButton />
          <TextLink href={`/my/orders/${order.number}`} roomy>
            返回订单
          </TextLink>
        </div>
      </ScreenOnly>
      <Receipt
        order={order}
        payer={actor.name}
        paidBy={paidBy(order)}
        lines={[{ name: actor.name, number: application.number, title, amountFen }]}
        now={currentTime()}
      />
    </div>
  );
}

import type { Metadata } from 'next';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { now as currentTime } from '@/lib/clock';
import { financeFigures, unmatchedPayments } from '@/lib/payments/finance-queries';
import { payeeName } from '@/lib/payments/payee-name';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';
import { ReceiptForm } from './receipt-form';
import { UnmatchedCard } from './unmatched-card';

export const metadata: Metadata = { title: '待处理款项' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnmatchedPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const [figures, { open, resolved }, account] = await Promise.all([
    financeFigures(actor, currentTime()),
    unmatchedPayments(actor),
    payeeName(actor.associationId),
  ]);
  const isKeeper = actor.role === 'FINANCE';
  return (
    <div className="stack">
      <FinanceHead
        title="待处理款项"
        lead="已经到账、但没有计入任何订单的款项。计入订单、退还给付款人，或在查清去向后登记处理结果。"
        current="/office/finance/unmatched"
        figures={figures}
        message={passedMessage(await searchParams)}
      />
      {isKeeper ? <ReceiptForm account={account} /> : null}
      {open.map((payment) => (
        <UnmatchedCard key={payment.id} payment={payment} mayResolve={isKeeper} />
      ))}
      {open.length === 0 ? <EmptyState title="没有待处理的款项" /> : null}
      {resolved.length > 0 ? (
        <Disclosure summary={`已处理的 ${resolved.length} 笔`}>
          <div className="stack">
            {resolved.map((payment) => (
              <UnmatchedCard key={payment.id} payment={payment} mayResolve={false} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

import type { Metadata } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Figure, Figures } from '@/components/ui/figure';
import { Money } from '@/components/ui/money';
import { Tag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { financeFigures } from '@/lib/payments/finance-queries';
import { providerLabels } from '@/lib/payments/labels';
import { heldByProviders, listedPayouts } from '@/lib/payments/payouts/payout-queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';
import { EnterPayout, ReversePayout } from './payout-forms';

export const metadata: Metadata = { title: '结算到账' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PayoutsPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const now = currentTime();
  const [figures, payouts, held] = await Promise.all([
    financeFigures(actor, now),
    listedPayouts(actor),
    heldByProviders(actor.associationId ?? '', now),
  ]);
  const isKeeper = actor.role === 'FINANCE';
  return (
    <div className="stack">
      <FinanceHead
        title="结算到账"
        lead="支付平台把代收的款项转到协会账户后，按银行流水在这里登记；同一个流水号只入账一次。"
        current="/office/finance/payouts"
        figures={figures}
        message={passedMessage(await searchParams)}
      />
      {held.length > 0 ? (
        <Figures>
          {held.map(({ provider, amountFen }) => (
            <Figure
              key={provider}
              label={`${providerLabels[provider] ?? provider}代收未结算`}
              value={yuan(amountFen)}
              tone={amountFen < 0 ? 'danger' : undefined}
              hint={amountFen < 0 ? '登记的结算多于账上代收的款项，请核对' : '已扣除退款和已知的手续费'}
            />
          ))}
        </Figures>
      ) : null}
      {isKeeper ? <EnterPayout providers={held.map(({ provider }) => provider)} /> : null}
      <DataTable
        caption="已登记的结算"
        dense
        columns={isKeeper ? [...columns, reversing] : columns}
        rows={payouts}
        rowKey={({ id }) => id}
        empty={<EmptyState title="还没有登记过结算" />}
      />
    </div>
  );
}

type Payout = Awaited<ReturnType<typeof listedPayouts>>[number];

const columns: Column<Payout>[] = [
  { key: 'reference', title: '银行流水号', lead: true, cell: ({ bankReference }) => bankReference },
  { key: 'day', title: '到账日期', nowrap: true, cell: ({ arrivedOn }) => plainDate(arrivedOn) },
  { key: 'provider', title: '支付平台', nowrap: true, cell: ({ provider }) => providerLabels[provider] ?? provider },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  {
    key: 'by',
    title: '登记',
    cell: ({ enteredByName, enteredAt }) => `${enteredByName}，${tableDateTime(enteredAt)}`,
  },
  {
    key: 'state',
    title: '状态',
    cell: ({ reversedAt, reversedBecause }) =>
      reversedAt ? (
        <>
          <Tag tone="neutral">已撤销</Tag> {reversedBecause}
        </>
      ) : (
        <Tag tone="success">已入账</Tag>
      ),
  },
];

const reversing: Column<Payout> = {
  key: 'reverse',
  title: '更正',
  cell: (payout) => (payout.reversedAt ? '—' : <ReversePayout payout={payout} />),
};

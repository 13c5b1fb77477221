import type { Metadata } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Figure, Figures } from '@/components/ui/figure';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { now as currentTime } from '@/lib/clock';
import { longDate, plainDate } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { type ListedBill, listedBills } from '@/lib/payments/bills/bill-queries';
import { type MoneyOfDay, moneyOfDay } from '@/lib/payments/desk-queries';
import { financeFigures } from '@/lib/payments/finance-queries';
import { billLabels, providerLabels } from '@/lib/payments/labels';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from './finance-head';
import { ToDo } from './to-do';

export const metadata: Metadata = { title: '财务台' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const daysShown = 7;

export default async function FinancePage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const now = currentTime();
  const [figures, money, bills] = await Promise.all([
    financeFigures(actor, now),
    moneyOfDay(actor, now),
    listedBills(actor),
  ]);
  return (
    <div className="stack">
      <FinanceHead
        title="财务台"
        lead={`${longDate(now)}：今天的收款和退款，以及要办理的事项。`}
        current="/office/finance"
        figures={figures}
        message={passedMessage(await searchParams)}
      />
      <Today money={money} />
      <ToDo actor={actor} figures={figures} />
      {money.length > 0 ? (
        <DataTable caption="今天各渠道" dense columns={places} rows={money} rowKey={({ place }) => place} />
      ) : null}
      <section className="stack-small" aria-labelledby="bills-title">
        <div className="card-head">
          <h2 id="bills-title">最近的账单</h2>
          <TextLink href="/office/finance/bills">全部账单</TextLink>
        </div>
        <DataTable
          caption="最近的账单"
          hideCaption
          dense
          columns={billColumns}
          rows={bills.slice(0, daysShown)}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/office/finance/bills/${id}`}
          empty={<EmptyState title="还没有账单">有了在线支付，第二天开始对账。</EmptyState>}
        />
      </section>
    </div>
  );
}

function Today({ money }: { money: MoneyOfDay[] }) {
  const sum = (part: (row: MoneyOfDay) => number) => money.reduce((all, row) => all + part(row), 0);
  const [inFen, outFen] = [sum((row) => row.inFen), sum((row) => row.outFen)];
  return (
    <Figures>
      <Figure label="今日收款" value={yuan(inFen)} hint={`${sum((row) => row.inCount)} 笔`} />
      <Figure label="今日退款" value={yuan(outFen)} hint={`${sum((row) => row.outCount)} 笔`} />
      <Figure label="今日净收" value={yuan(inFen - outFen)} />
    </Figures>
  );
}

const places: Column<MoneyOfDay>[] = [
  { key: 'place', title: '渠道', lead: true, cell: ({ place }) => providerLabels[place] ?? place },
  { key: 'in', title: '收款', numeric: true, nowrap: true, cell: ({ inFen }) => <Money fen={inFen} /> },
  { key: 'inCount', title: '收款笔数', numeric: true, cell: ({ inCount }) => inCount },
  { key: 'out', title: '退款', numeric: true, nowrap: true, cell: ({ outFen }) => <Money fen={outFen} /> },
  { key: 'outCount', title: '退款笔数', numeric: true, cell: ({ outCount }) => outCount },
];

const billColumns: Column<ListedBill>[] = [
  { key: 'day', title: '账单日', lead: true, nowrap: true, cell: ({ day }) => plainDate(day) },
  { key: 'provider', title: '支付平台', nowrap: true, cell: ({ provider }) => providerLabels[provider] ?? provider },
  { key: 'status', title: '状态', nowrap: true, cell: ({ status }) => <StatusTag {...billLabels[status]} /> },
  { key: 'paid', title: '收款', numeric: true, nowrap: true, cell: ({ paidFen }) => <Money fen={paidFen} /> },
  { key: 'open', title: '对不上', numeric: true, nowrap: true, cell: ({ open }) => `${open} 笔` },
];

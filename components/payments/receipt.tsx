import { longDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { providerLabels } from '@/lib/payments/labels';
import { type Column, DataTable } from '../ui/data-table';
import { KeyValue } from '../ui/key-value';
import { Money } from '../ui/money';
import { PrintSheet } from '../ui/print-sheet';

export interface ReceiptLine {
  name: string;
  number: string;
  title: string;
  amountFen: number;
}

interface ReceiptProps {
  order: { number: string; title: string; paidFen: number; refundedFen: number; paidAt: Date | null; payee: { name: string } };
  payer: string;
  paidBy: { provider: string; reference: string } | null;
  lines: ReceiptLine[];
  now: Date;
}

/** Says that the order is paid, and that it is no invoice. */
export function Receipt({ order, payer, paidBy, lines, now }: ReceiptProps) {
  const { number, title, paidFen, refundedFen, paidAt, payee } = order;
  return (
    <PrintSheet title="缴费凭证">
      <div className="stack">
        <KeyValue
          items={[
            { term: '订单编号', value: number },
            { term: '缴费项目', value: title },
            { term: '付款方', value: payer },
            { term: '收款单位', value: payee.name },
            { term: '已支付金额', value: <Money fen={paidFen} emphasis /> },
            { term: '支付时间', value: paidAt ? longDateTime(paidAt) : '—' },
            { term: '支付方式', value: paidBy ? (providerLabels[paidBy.provider] ?? '在线支付') : '—' },
            { term: '支付流水号', value: paidBy?.reference ?? '—' },
          ]}
        />
        {refundedFen > 0 ? (
          <p>
            其中 {yuan(refundedFen)} 已退款或正在退款，实缴 {yuan(paidFen - refundedFen)}。
          </p>
        ) : null}
        <DataTable caption="缴费明细" dense columns={columns} rows={lines} rowKey={({ number: line }) => line} />
        <p>本凭证只证明上述订单已在本平台支付，不是发票，不能代替发票报销。</p>
        <p className="text-ink-soft">打印时间 {longDateTime(now)}</p>
      </div>
    </PrintSheet>
  );
}

const columns: Column<ReceiptLine>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ name }) => name },
  { key: 'number', title: '申报编号', nowrap: true, cell: ({ number }) => number },
  { key: 'title', title: '项目', cell: ({ title }) => title },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
];

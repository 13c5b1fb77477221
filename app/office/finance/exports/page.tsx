import type { Metadata } from 'next';
import { DateField } from '@/components/forms/date-field';
import { FieldPair } from '@/components/forms/fieldset';
import { RadioGroup } from '@/components/forms/radio-group';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { now as currentTime } from '@/lib/clock';
import { beijingDay } from '@/lib/kernel/dates';
import { exportKindNames, exportKinds } from '@/lib/payments/exports/schema';
import { financeFigures } from '@/lib/payments/finance-queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { FinanceHead } from '../finance-head';

export const metadata: Metadata = { title: '导出' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ExportsPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const now = currentTime();
  const today = beijingDay(now);
  return (
    <div className="stack">
      <FinanceHead
        title="导出"
        lead="按起止日期导出为表格，金额以元计、保留两位小数。导出会留下记录。"
        current="/office/finance/exports"
        figures={await financeFigures(actor, now)}
        message={passedMessage(await searchParams)}
      />
      <Card heading="h2" title="选择内容和日期">
        <form method="get" action="/office/finance/exports/file" className="form">
          <RadioGroup
            name="table"
            label="内容"
            options={exportKinds.map((value) => ({ value, label: exportKindNames[value], hint: hints[value] }))}
            defaultValue="orders"
          />
          <FieldPair>
            <DateField name="from" label="开始日期" defaultValue={`${today.slice(0, 7)}-01`} />
            <DateField name="to" label="结束日期" defaultValue={today} />
          </FieldPair>
          <RadioGroup
            name="format"
            label="格式"
            inline
            options={[
              { value: 'xlsx', label: 'Excel 工作簿（XLSX）' },
              { value: 'csv', label: 'CSV（UTF-8）' },
            ]}
            defaultValue="xlsx"
          />
          <Button icon="download">导出</Button>
        </form>
      </Card>
    </div>
  );
}

const hints = {
  orders: '这段时间生成的订单，含已支付和已退金额',
  payments: '这段时间入账的收款，含待处理款项',
  vouchers: '这段时间提交的转账凭证，含退回和撤回的',
  refunds: '这段时间提出的退款',
  payouts: '这段时间到账的结算，含已撤销的',
  invoices: '这段时间申请、开出或红冲的发票',
  ledger: '这段时间的每一条借贷分录',
} as const;

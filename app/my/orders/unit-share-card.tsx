import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { itemTitle } from '@/lib/applications/item-title';
import { halfMissing } from '@/lib/applications/journey';
import type { OwnCard } from '@/lib/applications/own-queries';
import { unitPays, unitPaysWords, unitShare } from '@/lib/applications/unit-orders/unit-payment';
import { longDateTime, tableDateTime } from '@/lib/kernel/dates';
import { orderStatusLabel } from '@/lib/payments/labels';

/** His share of the order with which his unit pays: nothing for him to do, and nothing of the others on it. */
export function UnitShareCard({ application }: { application: OwnCard }) {
  const share = unitShare(application);
  if (!share) return null;
  const { number, status, unit, createdAt, paidAt } = share.order;
  const isOpen = unitPays(application);
  const missing = halfMissing(application, isOpen ? 'unit' : 'himself');
  return (
    <Card heading="h2" title={`${itemTitle(application)}（单位缴费）`}>
      <div className="stack-small">
        <KeyValue
          items={[
            { term: '您的费用', value: <Money fen={share.amountFen} emphasis /> },
            { term: '缴费单位', value: unit?.name ?? '所在单位' },
            { term: '订单编号', value: number },
            { term: '订单状态', value: <StatusTag {...orderStatusLabel(status, application.cycle.texts)} /> },
            { term: '订单创建时间', value: tableDateTime(createdAt) },
          ]}
        />
        <p>{isOpen ? unitPaysWords(share) : `单位已为您缴费${paidAt ? `，支付时间 ${longDateTime(paidAt)}` : ''}。`}</p>
        {missing ? <p>{missing}</p> : null}
        <div className="button-row">
          <ButtonLink href={`/apply/${application.id}`} variant="secondary">
            查看申报
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}

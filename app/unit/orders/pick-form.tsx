import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TickAll } from '@/components/forms/tick-all';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { toneOf } from '@/lib/applications/labels';
import { statuses } from '@/lib/applications/lifecycle';
import type { WaitingPerson } from '@/lib/applications/unit-orders/unit-order-queries';
import { levelNames } from '@/lib/catalogue/labels';
import { makeUnitOrderAction } from './actions';

/** Whoever cannot be taken in now stays on the list, with the reason. */
export function PickForm({ people }: { people: readonly WaitingPerson[] }) {
  const free = people.filter(({ taking }) => taking.answer === 'take');
  return (
    <FormShell id={`pick-${people[0]?.cycleId}`} action={makeUnitOrderAction}>
      {free.length > 0 ? <TickAll name="application" what="申请人" /> : null}
      <DataTable
        caption="等待缴费的申请人"
        hideCaption
        dense
        columns={columns}
        rows={[...people]}
        rowKey={({ id }) => id}
        select={{
          name: 'application',
          label: ({ person, number }) => `选择${person.name}（${number}）`,
          isDisabled: ({ taking }) => taking.answer !== 'take',
        }}
      />
      {free.length > 0 ? (
        <>
          <p>
            生成订单后，所选人员自己还没有付款的订单会关闭；已经付款或正在付款的，不会列入，并告诉您是谁。一个订单最多{' '}
            {people[0]?.cycle.unitOrderMost} 人。
          </p>
          <SubmitButton pendingText="正在核对各人的付款…">生成单位订单</SubmitButton>
        </>
      ) : null}
    </FormShell>
  );
}

const columns: Column<WaitingPerson>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ person }) => person.name },
  { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
  { key: 'level', title: '级别', nowrap: true, cell: ({ level }) => levelNames[level] },
  {
    key: 'amount',
    title: '费用',
    numeric: true,
    nowrap: true,
    cell: ({ amountFen }) => (amountFen === null ? '未公布' : <Money fen={amountFen} />),
  },
  {
    key: 'status',
    title: '申报状态',
    nowrap: true,
    cell: ({ status }) => <StatusTag tone={toneOf(status)} label={statuses[status].applicantSees} />,
  },
  { key: 'note', title: '说明', cell: (person) => noteOf(person) },
];

function noteOf({ taking, orderItems }: WaitingPerson): string {
  if (taking.answer === 'leave_out') return taking.because;
  return taking.answer === 'taken' ? `已在单位订单 ${orderItems[0]?.order.number ?? ''} 中` : '可以缴费';
}

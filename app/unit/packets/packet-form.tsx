import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TickAll } from '@/components/forms/tick-all';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag } from '@/components/ui/tag';
import { toneOf } from '@/lib/applications/labels';
import { statuses } from '@/lib/applications/lifecycle';
import type { StampableApplication } from '@/lib/applications/packet/packet-queries';
import { levelNames } from '@/lib/catalogue/labels';
import { requestPacketAction } from './actions';

/** All that wait for the seal are ticked from the start. */
export function PacketForm({ applications }: { applications: StampableApplication[] }) {
  return (
    <section className="stack">
      <h2>要盖章的申报书</h2>
      {applications.length === 0 ? (
        <EmptyState title="没有等待盖章的申报书">本单位人员提交报名以后，可以在这里一次打印全部申报书。</EmptyState>
      ) : (
        <FormShell action={requestPacketAction}>
          <p>
            生成一个 PDF：前面是盖章清单，后面是所选各人的申报书，每份从新的一张纸开始。打印后整叠送去签字盖章，再在“批量扫描”一次上传。
          </p>
          <TickAll name="application" what="申报书" />
          <DataTable
            caption="等待盖章的申报书"
            hideCaption
            dense
            rows={applications}
            rowKey={({ id }) => id}
            columns={columns}
            select={{
              name: 'application',
              label: ({ person, number }) => `选择${person.name}（${number}）`,
              isChosen: () => true,
            }}
          />
          <RadioGroup
            name="sides"
            label="打印方式"
            inline
            defaultValue="single"
            options={[
              { value: 'single', label: '单面打印' },
              { value: 'double', label: '双面打印', hint: '自动加空白页，每份都从新的一张纸开始' },
            ]}
          />
          <RadioGroup
            name="which"
            label="打印哪些页"
            inline
            defaultValue="needed"
            options={[
              { value: 'needed', label: '只打印须盖章的页', hint: '退回修改后，没有变化的页不用再盖章' },
              { value: 'all', label: '打印全部页' },
            ]}
          />
          <SubmitButton pendingText="正在提交…">生成批量打印文件</SubmitButton>
        </FormShell>
      )}
    </section>
  );
}

const columns: Column<StampableApplication>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ person }) => person.name },
  { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
  {
    key: 'item',
    title: '申报项目',
    cell: ({ cycle, level }) => `${cycle.cycleYear}年度 ${cycle.association.provinceName}${levelNames[level]}`,
  },
  {
    key: 'status',
    title: '状态',
    nowrap: true,
    cell: ({ status }) => <StatusTag tone={toneOf(status)} label={statuses[status].applicantSees} />,
  },
  {
    key: 'stamp',
    title: '说明',
    cell: ({ stamping }) => (stamping.answer === 'not_yet' ? stamping.because : `可以盖章上传`),
  },
];

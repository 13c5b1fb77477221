import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OfficeShell } from '@/components/shell/office-shell';
import { PageHead } from '@/components/shell/page-head';
import { BarChart } from '@/components/ui/bar-chart';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Figure, Figures } from '@/components/ui/figure';
import { FilterBar } from '@/components/ui/filter-bar';
import { LineChart } from '@/components/ui/line-chart';
import { Pagination } from '@/components/ui/pagination';
import { Sparkline } from '@/components/ui/sparkline';
import { StatusTag } from '@/components/ui/tag';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: '工作台组件' };

const people = ['王示例', '李示范', '欧阳演示', '张样本', '赵测试', '陈范例'].map((name, index) => ({
  id: String(index + 1),
  name,
  unit: index % 2 ? '苏州市示例幼儿园' : '南京市示例中学',
  level: index % 3 ? '初级' : '中级',
  submitted: `2025-02-${20 + index} 09:1${index}`,
  waiting: index * 2 + 1,
}));

const columns: Column<(typeof people)[number]>[] = [
  { key: 'name', title: '考生姓名', cell: (row) => row.name, lead: true, nowrap: true },
  { key: 'unit', title: '工作单位', cell: (row) => row.unit },
  { key: 'level', title: '级别', cell: (row) => row.level, nowrap: true },
  { key: 'submitted', title: '提交时间', cell: (row) => row.submitted, nowrap: true },
  { key: 'state', title: '状态', cell: () => <StatusTag tone="info" label="待审查" />, nowrap: true },
  { key: 'waiting', title: '等待天数', cell: (row) => row.waiting, numeric: true },
];

const menu = [
  {
    title: '审查',
    items: [
      { href: '/personas/gallery/office', label: '资格审查', count: 12 },
      { href: '#returned', label: '退回修改' },
    ],
  },
  {
    title: '年度',
    items: [
      { href: '#cycles', label: '认证年度' },
      { href: '#notices', label: '公告' },
    ],
  },
];

export default function OfficeGalleryPage() {
  if (!env.isDemo) notFound();
  return (
    <OfficeShell title="示例省协会" groups={menu} current="/personas/gallery/office">
      <div className="page page-wide stack">
        <PageHead title="资格审查" lead="按提交时间排列，先提交的先审查。" />
        <Figures>
          <Figure
            label="待审查"
            value="12"
            hint={<Sparkline label="近七天由 4 件增加到 12 件" values={[4, 6, 5, 9, 8, 10, 12]} />}
          />
          <Figure label="等待超过 5 天" value="3" tone="warning" />
          <Figure label="今日已审" value="8" />
        </Figures>
        <FilterBar
          action="/personas/gallery/office"
          values={{ level: 'PRIMARY' }}
          resetHref="/personas/gallery/office"
          filters={[
            { kind: 'search', name: 'text', label: '姓名或单位' },
            {
              kind: 'select',
              name: 'level',
              label: '级别',
              options: [
                { value: 'PRIMARY', label: '初级' },
                { value: 'INTERMEDIATE', label: '中级' },
              ],
            },
            { kind: 'date', name: 'since', label: '提交日期起' },
          ]}
        />
        <DataTable
          caption="待审查的申报"
          hideCaption
          dense
          columns={columns}
          rows={people}
          rowKey={(row) => row.id}
          rowHref={(row) => `#${row.id}`}
          select={{ name: 'ids', label: (row) => `选择${row.name}` }}
        />
        <Pagination page={4} pageCount={18} total={352} hrefFor={(page) => `?page=${page}`} />
        <div className="office-split">
          <BarChart
            title="退回原因"
            unit="件"
            points={[
              { label: '证明材料看不清', value: 21 },
              { label: '单位公章缺失', value: 13 },
              { label: '照片不合要求', value: 8 },
            ]}
          />
          <LineChart
            title="每日提交"
            unit="件"
            labels={['2-20', '2-21', '2-22', '2-23', '2-24', '2-25', '2-26']}
            series={[
              { label: '今年', values: [3, 8, 12, 9, 20, 31, 44] },
              { label: '去年', values: [2, 4, 9, 8, 12, 18, 25] },
            ]}
          />
        </div>
      </div>
    </OfficeShell>
  );
}

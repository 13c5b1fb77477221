import { type Column, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import { levelNames } from '@/lib/catalogue/labels';
import { surplusInWords } from './surplus-in-words';

/** Everybody who cannot be attested now, by name, and why: those that miss something first. */
export function OpenApplicants({ applicants }: { applicants: BatchApplicant[] }) {
  const open = applicants.filter(({ standing }) => standing.stand !== 'ready');
  if (open.length === 0) return null;
  const ordered = order.flatMap((stand) => open.filter(({ standing }) => standing.stand === stand));
  return (
    <section className="stack-small" id="open">
      <h2>{open.every(({ standing }) => standing.stand === 'handed_in') ? '已经提交的' : '还不能确认的，和已经提交的'}</h2>
      <DataTable caption="还不能确认的申报，和已经提交的" hideCaption dense rows={ordered} rowKey={({ id }) => id} columns={columns} />
    </section>
  );
}

const order = ['incomplete', 'examining', 'own', 'not_now', 'under_way', 'handed_in'] as const;

const columns: Column<BatchApplicant>[] = [
  { key: 'name', title: '姓名', lead: true, cell: ({ name }) => name },
  { key: 'number', title: '编号', nowrap: true, cell: ({ number }) => number },
  { key: 'level', title: '级别', nowrap: true, cell: ({ level }) => levelNames[level] },
  { key: 'state', title: '情况', nowrap: true, cell: (one) => <State applicant={one} /> },
  { key: 'missing', title: '缺页', cell: ({ missing, pageCount }) => missingInWords(missing, pageCount) },
  { key: 'why', title: '说明', cell: (one) => explanationOf(one) },
];

const states = {
  incomplete: { tone: 'danger', words: '不齐' },
  examining: { tone: 'info', words: '正在检查' },
  own: { tone: 'neutral', words: '您本人的' },
  not_now: { tone: 'warning', words: '现在不能提交' },
  under_way: { tone: 'info', words: '正在提交' },
  handed_in: { tone: 'success', words: '已提交' },
  ready: { tone: 'success', words: '齐全' },
} as const;

function State({ applicant: { standing } }: { applicant: BatchApplicant }) {
  const { tone, words } = states[standing.stand];
  return <Tag tone={tone}>{words}</Tag>;
}

/** 全部 7 页, 第 3、7 页, or a dash. */
export function missingInWords(missing: readonly number[], pageCount: number): string {
  if (missing.length === 0) return '—';
  return missing.length === pageCount ? `全部 ${pageCount} 页` : `第 ${missing.join('、')} 页`;
}

function explanationOf(applicant: BatchApplicant): string {
  const { standing, sheetsHere } = applicant;
  const also = surplusInWords(applicant);
  switch (standing.stand) {
    case 'incomplete':
      return `${standing.because}${also}`;
    case 'not_now':
      return `${standing.because}${also}`;
    case 'examining':
      return `还有 ${standing.pages} 页在检查印章和签字，通常几分钟。${also}`;
    case 'own':
      return `已归入 ${sheetsHere} 张。不能确认自己的申报，请由其他管理员确认；只有您一位管理员时，可切换为申请人自己提交，协会会另向单位核实。${also}`;
    case 'under_way':
      return `已确认，正在提交。${also}`;
    default:
      return also || '盖章件已提交。';
  }
}

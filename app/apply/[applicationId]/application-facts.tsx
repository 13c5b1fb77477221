import { SummaryList } from '@/components/ui/summary-list';
import { levelNames } from '@/lib/catalogue/labels';
import type { FormOnPage } from '@/lib/applications/queries';
import { longDate, longDateTime } from '@/lib/kernel/dates';

export function ApplicationFacts({ form: { application, material } }: { form: FormOnPage }) {
  const { number, level, cycle, unit, createdAt, submittedAt, levelFrozenAt } = application;
  const rows = [
    { term: '申报编号', value: number },
    { term: '认证年度', value: cycle.name },
    { term: '级别', value: `${levelNames[level]}${levelFrozenAt ? '（已提交，不再更换）' : ''}` },
    { term: '申请人', value: material.person.name },
    { term: '所在单位', value: unit?.name ?? '还没有选择' },
    submittedAt
      ? { term: '提交报名', value: longDateTime(submittedAt) }
      : { term: '开始填写', value: longDate(createdAt) },
  ];
  return <SummaryList title="申报信息" rows={rows} />;
}

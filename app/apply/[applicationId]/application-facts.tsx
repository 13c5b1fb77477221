import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import type { FormOnPage } from '@/lib/applications/queries';
import { levelNames } from '@/lib/catalogue/labels';
import { longDate, longDateTime } from '@/lib/kernel/dates';

/** Which application this is, and the way to what has been submitted. */
export function ApplicationFacts({ form: { application, material } }: { form: FormOnPage }) {
  const { id, status, number, level, cycle, unit, createdAt, submittedAt, levelFrozenAt } = application;
  const items = [
    { term: '申报编号', value: number },
    { term: '认证年度', value: cycle.name },
    { term: '级别', value: `${levelNames[level]}${levelFrozenAt ? '（已提交，不再更换）' : ''}` },
    { term: '申请人', value: material.person.name },
    { term: '所在单位', value: unit?.name ?? '还没有选择' },
    submittedAt
      ? { term: '提交报名', value: longDateTime(submittedAt) }
      : { term: '开始填写', value: longDate(createdAt) },
  ];
  return (
    <section className="stack-small">
      <h2>申报信息</h2>
      <KeyValue columns={1} items={items} />
      {status === 'DRAFT' ? null : (
        <p className="flex flex-wrap gap-x-6">
          <TextLink href={`/apply/${id}/check`} roomy>
            查看申报书内容
          </TextLink>
          <TextLink href={`/apply/${id}/print`} newTab roomy>
            申报书 PDF
          </TextLink>
        </p>
      )}
    </section>
  );
}

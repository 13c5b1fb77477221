import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { publishedCyclesOfProvince } from '@/lib/catalogue/queries';
import { readAnswers, selfCheckQuestions } from '@/lib/catalogue/self-check';
import { now as currentTime } from '@/lib/clock';
import { provinceBySlug } from '@/lib/kernel/regions';
import { cycleHref } from '../../../window-words';
import { CheckForm } from './check-form';
import { CheckResults } from './check-results';

export const metadata: Metadata = { title: '资格自查' };

interface PageProps {
  params: Promise<{ province: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Answers travel in the address: nothing is stored, it works without scripts, and can be passed on. */
export default async function SelfCheckPage({ params, searchParams }: PageProps) {
  const province = provinceBySlug((await params).province);
  if (!province) notFound();
  const now = currentTime();
  const query = await searchParams;
  const cycles = await publishedCyclesOfProvince(province.slug, now);
  const cycle = cycles.find(({ slug }) => slug === query.cycle) ?? cycles[0];
  if (!cycle) notFound();
  const rules = cycle.levels.flatMap((level) => level.rules);
  const questions = selfCheckQuestions(rules, province.name);
  const answers = readAnswers(query);
  const hasAnswered = questions.some(({ fact }) => answers[fact] !== undefined);
  return (
    <div className="page page-narrow">
      <PageHead
        title="资格自查"
        breadcrumb={[
          { label: '全部认证', href: '/certifications' },
          { label: province.name, href: cycleHref(cycle) },
          { label: '资格自查' },
        ]}
        lead={`${cycle.name}。不用登录；回答不保存，只在网页地址里，可以收藏或转发。`}
        tag={cycle.isDemonstration ? <Tag tone="warning">演示</Tag> : undefined}
      />
      <div className="stack">
        {hasAnswered ? <CheckResults cycle={cycle} answers={answers} now={now} /> : null}
        <section className="stack" aria-labelledby="questions">
          <h2 id="questions">{hasAnswered ? '修改回答' : '请回答以下问题'}</h2>
          <CheckForm province={province} cycleSlug={cycle.slug} questions={questions} answers={answers} />
        </section>
        <p className="text-sm text-ink-soft">
          自查结果只供参考，是否符合条件由协会审查决定。完整条件见
          <TextLink href={cycleHref(cycle)}>级别和条件</TextLink>和通知。
        </p>
      </div>
    </div>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RuleAnswers } from '@/components/catalogue/rule-answers';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { adviceOn } from '@/lib/applications/form/advice';
import { sections } from '@/lib/applications/form/sections';
import { judge } from '@/lib/applications/policy';
import { adviceShown } from '@/lib/applications/preflight/acknowledge';
import { runFormChecks } from '@/lib/applications/preflight/run-form-checks';
import { levelAnswers, ownForm } from '@/lib/applications/queries';
import { restampPreview } from '@/lib/applications/restamp-preview';
import { now as currentTime } from '@/lib/clock';
import { restampSentence } from '@/lib/documents/scan/restamp-words';
import { pageActor } from '@/lib/web/page-actor';
import { ApplicationHead } from '../application-head';
import { CheckResults } from './check-results';
import { CheckedSection } from './checked-section';
import { LockForm } from './lock-form';
import { ProblemList } from './problem-list';

export const metadata: Metadata = { title: '核对信息' };

interface Props {
  params: Promise<{ applicationId: string }>;
}

/** All answers as they will be printed, what is still missing, and the one step that cannot be taken back. */
export default async function CheckPage({ params }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const form = await ownForm(actor, (await params).applicationId, now);
  if (!form) notFound();
  const { application, material, progress } = form;
  const { id } = application;
  const judgement = judge(actor, 'lock_form', application, now);
  const eligibility = await levelAnswers(application, material);
  const problems = progress.flatMap((part) => part.problems);
  const advice = adviceOn(material);
  const isOpen = judgement.answer === 'yes';
  const restamp = isOpen ? await restampPreview({ application, material, now }) : null;
  const isDraft = application.status === 'DRAFT';
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title={isDraft ? '核对信息' : '申报书内容'}
        lead={isDraft ? '请逐项核对，这些内容会印在申报书上。提交报名后，要修改的话，内容变化的页得重新打印和盖章。' : '已提交的内容。'}
      />
      <div className="stack">
        {isDraft && judgement.answer === 'not_yet' ? (
          <Banner tone="warning" title="现在不能提交报名" action={<ButtonLink href={`/apply/${id}`}>回到我的申报</ButtonLink>}>
            {judgement.because}
          </Banner>
        ) : null}
        {isDraft ? (
          <>
            <ProblemList applicationId={id} problems={problems} advice={advice} eligibility={eligibility} />
            <CheckResults results={runFormChecks({ material, eligibility })} problems={problems} />
          </>
        ) : null}
        {sections.map((section) => (
          <CheckedSection key={section.slug} section={section} form={form} mayChange={isOpen} />
        ))}
        <Disclosure summary="查看各项申报条件的核对结果">
          <RuleAnswers answers={[...eligibility.hard, ...eligibility.advisory]} />
        </Disclosure>
        {restamp ? (
          <Banner tone={restamp.needed.length > 0 ? 'warning' : 'success'} title={restampSentence(restamp)}>
            {restamp.needed.length > 0 ? '提交后可以只打印这些页，签字盖章后上传；其余各页不用再盖。' : '提交后确认一次即可，不用再打印。'}
          </Banner>
        ) : null}
        {isOpen ? (
          <LockForm
            application={application}
            isReady={problems.length === 0 && eligibility.overall !== 'no'}
            advice={{ count: advice.length, shown: adviceShown(advice) }}
          />
        ) : null}
      </div>
    </div>
  );
}

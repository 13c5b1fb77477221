import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { TextLink } from '@/components/ui/text-link';
import { inWords, readReasons } from '@/lib/applications/decision-reasons';
import { sections } from '@/lib/applications/form/sections';
import { judge } from '@/lib/applications/policy';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import type { Actor } from '@/lib/kernel/actor';
import { longDateTime } from '@/lib/kernel/dates';
import { reopenFormAction } from './actions';

interface LastDecisionProps {
  application: ApplicationOnPage;
  actor: Actor;
  now: Date;
}

/** Why it came back or ended, each reason with the place to mend. */
export function LastDecision({ application, actor, now }: LastDecisionProps) {
  const { status, decisions, revisionDueAt, cycle, cycleLevel } = application;
  const [decision] = decisions;
  const isBack = status === 'RETURNED' || (revisionDueAt !== null && status !== 'REJECTED');
  if (!decision || decision.outcome === 'ACCEPTED' || !(isBack || status === 'REJECTED')) return null;
  const title = decision.outcome === 'RETURNED' ? '退回修改的原因' : '资格审查未通过的原因';
  return (
    <Banner
      tone={decision.outcome === 'RETURNED' ? 'warning' : 'danger'}
      title={title}
      action={status === 'RETURNED' ? <WaysBack application={application} actor={actor} now={now} /> : undefined}
    >
      <p>
        {cycleLevel.deciderId === 'national' ? '全国协会' : cycle.association.name}，{longDateTime(decision.decidedAt)}
      </p>
      <ol className="list-decimal pl-6">
        {readReasons(decision.reasons).map((reason) => (
          <li key={reason.code}>
            {inWords(reason)}
            {status === 'DRAFT' ? <PlaceLink place={reason.place} applicationId={application.id} /> : null}
          </li>
        ))}
      </ol>
      {decision.note ? <p>{decision.note}</p> : null}
    </Banner>
  );
}

/** Where the reason names a part of the form, the way there. */
function PlaceLink({ place, applicationId }: { place: string; applicationId: string }) {
  const section = sections.find(({ slug, title }) => place === slug || place.includes(title));
  if (!section) return null;
  return (
    <>
      {' '}
      <TextLink href={`/apply/${applicationId}/form/${section.slug}`}>到“{section.title}”</TextLink>
    </>
  );
}

function WaysBack({ application, actor, now }: LastDecisionProps) {
  const judgement = judge(actor, 'reopen_form', application, now);
  if (judgement.answer !== 'yes') return null;
  return (
    <div className="button-row">
      <ConfirmDialog id="reopen" trigger="修改申报书" title="修改申报书">
        <p>修改后需要重新核对并提交。内容变化的页要重新打印、签字、盖章，没有变化的页盖章仍然有效。级别不变，已缴的费用有效。</p>
        <FormShell action={reopenFormAction} fields={{ applicationId: application.id }}>
          <SubmitButton>开始修改</SubmitButton>
        </FormShell>
      </ConfirmDialog>
      <ButtonLink href={`/apply/${application.id}/submit`} variant="secondary">
        只重新上传盖章的页
      </ButtonLink>
    </div>
  );
}

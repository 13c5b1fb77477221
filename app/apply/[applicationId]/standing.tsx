import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { TurnCard } from '@/components/ui/turn-card';
import type { SectionProgress } from '@/lib/applications/form/progress';
import { deadlineOf, halfMissing, isInHand } from '@/lib/applications/journey';
import { type Status, statuses } from '@/lib/applications/lifecycle';
import { type Ability, judge } from '@/lib/applications/policy';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import { unitPays } from '@/lib/applications/unit-orders/unit-payment';
import type { Actor } from '@/lib/kernel/actor';
import { hasPassed } from '@/lib/kernel/dates';
import { DeadlineWords } from './deadline-words';

interface StandingProps {
  application: ApplicationOnPage;
  progress: SectionProgress[];
  actor: Actor;
  now: Date;
}

/** The four answers, and the one button that is next. */
export function Standing({ application, progress, actor, now }: StandingProps) {
  const { status } = application;
  const deadline = deadlineOf(application);
  const next = halfMissing(application, unitPays(application) ? 'unit' : 'himself') ?? (status === 'DRAFT' ? draftWords(application, progress) : statuses[status].next);
  const ability = mainAbility[status];
  const judgement = ability ? judge(actor, ability, application, now) : null;
  const isClosed = judgement?.answer === 'not_yet';
  // A returned application has its own two ways on, beside the reasons.
  const hasAction = !isClosed && isInHand(status) && status !== 'RETURNED';
  return (
    <>
      <TurnCard
        where={statuses[status].applicantSees}
        turn={whoseTurn(application)}
        next={next}
        by={deadline ? <DeadlineWords until={deadline} now={now} /> : undefined}
        tone={deadline && hasPassed(now, deadline) ? 'danger' : undefined}
        action={hasAction ? <MainAction application={application} progress={progress} /> : undefined}
      />
      {isClosed && isInHand(status) ? (
        <Banner tone="warning" title="现在不能继续办理">
          {judgement.because}
        </Banner>
      ) : null}
    </>
  );
}

const mainAbility: Partial<Record<Status, Ability>> = {
  DRAFT: 'edit_form',
  AWAITING_STAMP: 'submit_stamped_form',
  SUBMITTED: 'pay',
  RETURNED: 'submit_stamped_form',
};

function whoseTurn({ status, cycle, cycleLevel }: ApplicationOnPage): { who: string; isYours: boolean } {
  const { turn } = statuses[status];
  if (turn === 'applicant') return { who: '申请人', isYours: true };
  if (turn === 'nobody') return { who: '已办结', isYours: false };
  return { who: cycleLevel.deciderId === 'national' ? '全国协会' : cycle.association.name, isYours: false };
}

function draftWords({ formVersion }: ApplicationOnPage, progress: SectionProgress[]): string {
  const open = progress.filter(({ problems }) => problems.length > 0);
  if (open.length === 0) return '各部分都已填好，请核对信息并提交报名。';
  const again = formVersion > 0 ? '修改后需要重新核对；内容变化的页要重新打印和盖章，其余各页的盖章仍然有效。' : '';
  const named = open.length <= 3 ? `：${open.map(({ section }) => section.title).join('、')}` : '';
  return `申报书还有 ${open.length} 个部分需要填写${named}。${again}`;
}

function MainAction({ application, progress }: Pick<StandingProps, 'application' | 'progress'>) {
  const { id, status, hasMaterials, hasPayment } = application;
  if (status === 'DRAFT') {
    const open = progress.find(({ problems }) => problems.length > 0);
    return open ? (
      <ButtonLink href={`/apply/${id}/form/${open.section.slug}`}>继续填写：{open.section.title}</ButtonLink>
    ) : (
      <ButtonLink href={`/apply/${id}/check`}>核对信息并提交报名</ButtonLink>
    );
  }
  return (
    <>
      {hasMaterials ? null : <ButtonLink href={`/apply/${id}/stamp-guide`}>打印申报书</ButtonLink>}
      {hasMaterials ? null : (
        <ButtonLink href={`/apply/${id}/submit`} variant="secondary">
          上传盖章件
        </ButtonLink>
      )}
      {hasPayment || unitPays(application) ? null : (
        <ButtonLink href={`/apply/${id}/pay`} variant={hasMaterials ? 'primary' : 'secondary'}>
          去缴费
        </ButtonLink>
      )}
    </>
  );
}

import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Status, stageOf } from '@/lib/applications/lifecycle';
import { judge } from '@/lib/applications/policy';
import { stampedPagesOf } from '@/lib/applications/refused-stamp';
import type { StampedPages } from '@/lib/applications/returned-pages';
import type { ReturnReasonRow } from '@/lib/applications/return-reasons/offered-reasons';
import type { Dossier } from '@/lib/applications/review-queries';
import type { Actor } from '@/lib/kernel/actor';
import {
  acceptAction,
  claimAction,
  extendRevisionAction,
  reconsiderAction,
  rejectAction,
  releaseAction,
  returnAction,
} from './actions';
import { DecisionHistory } from './decision-history';
import { FrozenDecisions } from './frozen-decisions';
import { ReasonChoices } from './reason-choices';
import { ReturnPreview } from './return-preview';

interface DecisionPanelProps {
  dossier: Dossier;
  actor: Actor;
  now: Date;
  reasons: ReturnReasonRow[];
}

export function DecisionPanel({ dossier, actor, now, reasons }: DecisionPanelProps) {
  const may = (ability: Parameters<typeof judge>[1]) => judge(actor, ability, dossier, now).answer === 'yes';
  const target = { applicationId: dossier.id };
  const decided = { ...target, formVersion: String(dossier.formVersion) };
  return (
    <section className="stack" aria-labelledby="decision-title">
      <h2 id="decision-title">审查决定</h2>
      <DecisionHistory decisions={dossier.decisions} />
      {dossier.decisions.length === 0 && !may('assign') ? <p>{noDecision(dossier.status)}</p> : null}
      {dossier.status === 'COMPLETE' && may('claim') ? (
        <FormShell action={claimAction} fields={target}>
          <p>这份申报还没有人审查。领取后由您作出决定。</p>
          <SubmitButton>领取审查</SubmitButton>
        </FormShell>
      ) : null}
      {dossier.status === 'UNDER_REVIEW' && may('assign') && !may('return_for_revision') ? (
        <FormShell action={claimAction} fields={target}>
          <Banner tone="info">
            这份申报由 {dossier.claimedBy?.name} 审查。如需由您继续，可以接手，系统会留下记录。
          </Banner>
          <SubmitButton variant="secondary">由我接手</SubmitButton>
        </FormShell>
      ) : null}
      {may('return_for_revision') ? (
        <Decisions decided={decided} target={target} mayAccept={may('accept')} reasons={reasons} stamped={stampedPagesOf(dossier)} />
      ) : null}
      {may('reconsider') ? (
        <Reasoned action={reconsiderAction} target={target} id="reconsider" trigger="撤销决定，重新审查" />
      ) : null}
      <FrozenDecisions dossier={dossier} actor={actor} now={now} />
      {may('extend_revision') ? (
        <Reasoned action={extendRevisionAction} target={target} id="extend" trigger="延长修改期限" />
      ) : null}
    </section>
  );
}

/** For those who cannot decide, or cannot yet. */
const noDecision = (status: Status): string =>
  stageOf[status] === 'apply' ? '申请人还没有完成申报，完成后才能审查。' : '还没有作出决定。';

interface DecisionsProps {
  decided: Record<string, string>;
  target: Record<string, string>;
  mayAccept: boolean;
  reasons: ReturnReasonRow[];
  stamped: StampedPages | null;
}

function Decisions({ decided, target, mayAccept, reasons, stamped }: DecisionsProps) {
  const stampCodes = reasons.filter(({ group }) => group === 'STAMP').map(({ code }) => code);
  return (
    <div className="decision-cards">
      <Card title="通过">
        <FormShell id="accept" action={acceptAction} fields={decided}>
          <TextArea id="accept-note" name="note" label="内部说明" optional rows={2} />
          {mayAccept ? <SubmitButton>审查通过</SubmitButton> : <p>材料或缴费未齐，不能通过。</p>}
        </FormShell>
      </Card>
      <Card title="退回修改">
        <FormShell id="return" action={returnAction} fields={decided}>
          <ReasonChoices reasons={reasons} prefix="return" withShortcuts pages={stamped?.total} />
          <TextArea id="return-note" name="note" label="补充说明（申请人可见）" optional rows={2} />
          {stamped ? <ReturnPreview stamped={stamped} stampCodes={stampCodes} /> : null}
          <SubmitButton variant="secondary">退回申请人修改</SubmitButton>
        </FormShell>
      </Card>
      <Card title="不通过">
        <ConfirmDialog id="reject" trigger="审查不通过…" triggerVariant="danger" title="确认审查不通过？">
          <p>申请人本年度的认证到此结束，不能再次申报。决定会写入记录，并通知申请人。</p>
          <FormShell id="reject-form" action={rejectAction} fields={decided}>
            <ReasonChoices reasons={reasons} prefix="reject" />
            <TextArea id="reject-note" name="note" label="补充说明（申请人可见）" optional rows={2} />
            <SubmitButton variant="danger">确认不通过</SubmitButton>
          </FormShell>
        </ConfirmDialog>
      </Card>
      <FormShell id="release" action={releaseAction} fields={target}>
        <SubmitButton variant="quiet">放回队列</SubmitButton>
      </FormShell>
    </div>
  );
}

interface ReasonedProps {
  action: typeof reconsiderAction;
  target: Record<string, string>;
  id: string;
  trigger: string;
}

function Reasoned({ action, target, id, trigger }: ReasonedProps) {
  return (
    <ConfirmDialog id={id} trigger={trigger} triggerVariant="secondary" title={trigger}>
      <FormShell id={`${id}-form`} action={action} fields={target}>
        <TextArea id={`${id}-reason`} name="reason" label="原因（申请人可见）" rows={3} />
        <SubmitButton>{trigger}</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

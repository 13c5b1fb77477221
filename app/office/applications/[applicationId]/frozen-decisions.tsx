import type { ReactNode } from 'react';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Banner } from '@/components/ui/banner';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { TextLink } from '@/components/ui/text-link';
import { statuses } from '@/lib/applications/lifecycle';
import { type Ability, judge } from '@/lib/applications/policy';
import type { Dossier } from '@/lib/applications/review-queries';
import type { Actor } from '@/lib/kernel/actor';
import type { FormAction } from '@/lib/kernel/form-state';
import { freezeAgainAction, rejectFrozenAction, unfreezeAction } from './frozen-actions';

interface FrozenDecisionsProps {
  dossier: Dossier;
  actor: Actor;
  now: Date;
}

/** An application that stands still because its unit is barred: on, or no; each with a reason. */
export function FrozenDecisions({ dossier, actor, now }: FrozenDecisionsProps) {
  const { id, status, frozenFrom, frozenById } = dossier;
  const may = (ability: Ability) => judge(actor, ability, dossier, now).answer === 'yes';
  if (!frozenFrom) return null;
  const before = statuses[frozenFrom].staffSees;
  const needsUnit = frozenFrom === 'AWAITING_STAMP' || frozenFrom === 'RETURNED';
  return (
    <>
      {status === 'FROZEN' ? (
        <Banner
          tone="warning"
          title="因所在单位被取消申报资格，暂停处理"
          action={<TextLink href={`/office/sanctions/${frozenById}`}>查看单位的处理</TextLink>}
        >
          暂停前的状态是“{before}”。请逐份决定：材料与查实的情况无关的，可以恢复处理；有关的，不予通过。
        </Banner>
      ) : null}
      <div className="button-row">
        {may('unfreeze') ? (
          <Reasoned id="unfreeze" action={unfreezeAction} target={id} trigger="恢复处理">
            回到“{before}”，期限按暂停的天数顺延。
            {needsUnit ? '在单位申报资格恢复以前，仍不能以这个单位提交，申请人须改填现在的单位。' : null}
          </Reasoned>
        ) : null}
        {may('reject_frozen') ? (
          <Reasoned id="reject-frozen" action={rejectFrozenAction} target={id} trigger="不予通过">
            申请人本年度的认证到此结束。决定有误时可以撤销。
          </Reasoned>
        ) : null}
        {may('freeze_again') ? (
          <Reasoned id="freeze-again" action={freezeAgainAction} target={id} trigger="撤销不予通过，恢复为暂停">
            撤销后可以再决定是否恢复处理。
          </Reasoned>
        ) : null}
      </div>
    </>
  );
}

interface ReasonedProps {
  id: string;
  action: FormAction;
  target: string;
  trigger: string;
  children: ReactNode;
}

function Reasoned({ id, action, target, trigger, children }: ReasonedProps) {
  return (
    <ConfirmDialog id={id} trigger={trigger} triggerVariant="secondary" title={trigger}>
      <p>{children}</p>
      <FormShell id={`${id}-form`} action={action} fields={{ applicationId: target }}>
        <TextArea id={`${id}-reason`} name="reason" label="原因（申请人可见）" rows={3} maxCodePoints={500} />
        <SubmitButton>{trigger}</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

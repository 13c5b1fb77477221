import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { effectBefore } from '@/lib/applications/sanctions/effect-on-page';
import type { Actor } from '@/lib/kernel/actor';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { judgeSanction, type SanctionAbility } from '@/lib/sanctions/policy';
import { approveSanctionAction, liftSanctionAction, refuseSanctionAction, withdrawSanctionAction } from '../actions';

interface DecisionsProps {
  sanction: SanctionSubject;
  actor: Actor;
  now: Date;
}

/** What this person can decide now; what only somebody else can is said. */
export async function Decisions({ sanction, actor, now }: DecisionsProps) {
  const may = (ability: SanctionAbility) => judgeSanction(actor, ability, sanction, now);
  const approve = may('approve');
  if (sanction.status === 'PROPOSED') {
    return (
      <section className="stack" id="decision">
        <h2>审批</h2>
        {approve.answer === 'not_yet' ? <Banner tone="info" title={approve.because} /> : null}
        {approve.answer === 'yes' ? <Approval sanction={sanction} actor={actor} /> : null}
        {may('withdraw').answer === 'yes' ? <Withdrawal id={sanction.id} /> : null}
      </section>
    );
  }
  const lift = may('lift');
  if (lift.answer === 'not_yours' || sanction.status !== 'APPROVED') return null;
  return (
    <section className="stack" id="decision">
      <h2>解除</h2>
      {lift.answer === 'yes' ? <Lifting id={sanction.id} /> : <Banner tone="info" title={lift.because} />}
    </section>
  );
}

async function Approval({ sanction, actor }: Omit<DecisionsProps, 'now'>) {
  const { digest, applications, drafts } = await effectBefore(actor, sanction);
  const { id: sanctionId } = sanction;
  return (
    <div className="decision-cards">
      <Card title="批准">
        <FormShell id="approve" action={approveSanctionAction} fields={{ sanctionId, effectDigest: digest }}>
          <p>
            自今天起，<strong>{sanction.unit.name}</strong>
            三年内不能申报任何级别、任何年度的认证。单位可以申诉，申诉由没有参与的第三人决定。
          </p>
          <TextField name="decisionNumber" label="决定文号" hint="协会作出决定的文件编号" autoComplete="off" />
          <TextArea name="note" id="approve-note" label="说明（内部）" optional rows={2} maxCodePoints={500} />
          <CheckboxField
            name="seen"
            label={`我已查看上面的名单：${applications.length} 份申报会暂停处理，${drafts.length} 份草稿不能以这个单位提交。`}
          />
          <SubmitButton variant="danger">批准，取消三年内申报资格</SubmitButton>
        </FormShell>
      </Card>
      <Card title="不批准">
        <FormShell id="refuse" action={refuseSanctionAction} fields={{ sanctionId }}>
          <TextArea
            name="note"
            id="refuse-note"
            label="不批准的原因"
            hint="提出人会收到"
            rows={3}
            maxCodePoints={500}
          />
          <SubmitButton variant="secondary">不批准</SubmitButton>
        </FormShell>
      </Card>
    </div>
  );
}

function Withdrawal({ id }: { id: string }) {
  return (
    <ConfirmDialog id="withdraw" trigger="撤回提议" triggerVariant="secondary" title="撤回提议">
      <p>撤回后可以重新提出。单位不知道这项提议。</p>
      <FormShell action={withdrawSanctionAction} fields={{ sanctionId: id }}>
        <TextArea name="note" id="withdraw-note" label="撤回的原因" rows={2} maxCodePoints={500} />
        <SubmitButton>撤回</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

function Lifting({ id }: { id: string }) {
  return (
    <ConfirmDialog id="lift" trigger="解除，恢复申报资格" triggerVariant="secondary" title="解除，恢复申报资格">
      <p>
        立即生效：本单位人员可以申报，因此暂停的申报恢复到原来的状态，期限按暂停的天数顺延，单位和申请人会收到通知。
      </p>
      <FormShell action={liftSanctionAction} fields={{ sanctionId: id }}>
        <TextArea name="reason" id="lift-reason" label="解除的原因" hint="单位会收到" rows={3} maxCodePoints={500} />
        <SubmitButton>解除，恢复申报资格</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Ability, judge } from '@/lib/applications/policy';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import type { Actor } from '@/lib/kernel/actor';
import { discardDraftAction, reopenFormAction, withdrawAction } from './actions';

interface OtherStepsProps {
  application: ApplicationOnPage;
  actor: Actor;
  now: Date;
}

/** Rarer things that can be done; what cannot be done now is not offered. */
export function OtherSteps({ application, actor, now }: OtherStepsProps) {
  const { id, status } = application;
  const may = (ability: Ability) => judge(actor, ability, application, now).answer === 'yes';
  const steps = [
    may('change_level') ? (
      <ButtonLink key="level" href={`/apply/${id}/level`} variant="secondary" size="small">
        更换级别
      </ButtonLink>
    ) : null,
    may('reopen_form') && status !== 'RETURNED' ? <Reopen key="reopen" application={application} /> : null,
    may('discard_draft') ? <Discard key="discard" id={id} /> : null,
    may('withdraw') ? <Withdraw key="withdraw" id={id} /> : null,
  ].filter(Boolean);
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>其他办理</h2>
      <div className="button-row">{steps}</div>
    </section>
  );
}

function Reopen({ application: { id, hasMaterials } }: { application: ApplicationOnPage }) {
  return (
    <ConfirmDialog id="reopen" trigger="修改申报书" triggerVariant="secondary" triggerSize="small" title="修改申报书">
      <p>
        {hasMaterials ? '已提交的盖章件需要重新提交。' : ''}
        修改后需要重新核对并提交；内容变化的页要重新打印、签字、盖章，没有变化的页盖章仍然有效。级别不变，订单不变。
      </p>
      <FormShell action={reopenFormAction} fields={{ applicationId: id }}>
        <SubmitButton>开始修改</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

function Discard({ id }: { id: string }) {
  return (
    <ConfirmDialog id="discard" trigger="删除草稿" triggerVariant="secondary" triggerSize="small" title="删除草稿">
      <p>草稿和已上传的材料将不再显示。删除后可以重新选择级别申报。</p>
      <FormShell action={discardDraftAction} fields={{ applicationId: id }}>
        <SubmitButton variant="danger">删除草稿</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

function Withdraw({ id }: { id: string }) {
  return (
    <ConfirmDialog id="withdraw" trigger="撤回申报" triggerVariant="secondary" triggerSize="small" title="撤回申报">
      <p>
        撤回后不能恢复，订单关闭，<strong>本年度不能再次申报任何级别</strong>。
      </p>
      <FormShell action={withdrawAction} fields={{ applicationId: id }}>
        <TextArea name="reason" label="撤回的原因" rows={3} maxCodePoints={300} />
        <SubmitButton variant="danger">确认撤回</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}

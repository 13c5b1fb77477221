import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/text-link';
import { nameSuccessorAction, withdrawSuccessorAction } from './actions';

interface HandOverProps {
  grantId: string;
  /** Who has been named and waits for the association. */
  named?: { id: string; name: string };
}

/** Leaving: naming who follows, or giving the task back. */
export function HandOver({ grantId, named }: HandOverProps) {
  return (
    <section className="stack" id="hand-over">
      <h2>离岗交接</h2>
      {named ? <Named named={named} /> : <NameForm grantId={grantId} />}
      <p className="text-ink-soft">
        没有人接任时，可以在<TextLink href="/my/account/roles">身份</TextLink>
        页交回；之后由新的人申请，协会核实。本单位的申报、批次和记录都留在单位名下，不随人走。
      </p>
    </section>
  );
}

function Named({ named }: { named: { id: string; name: string } }) {
  return (
    <>
      <p>您已提名{named.name}接任，等待协会核实。核实之前仍由您办理。</p>
      <FormShell action={withdrawSuccessorAction} fields={{ grantId: named.id }}>
        <SubmitButton variant="secondary" size="small">
          撤回提名
        </SubmitButton>
      </FormShell>
    </>
  );
}

function NameForm({ grantId }: { grantId: string }) {
  return (
    <>
      <p>提名接任的人。协会核实后，对方的身份开始，您的同时结束，办理中的申报和批次都由接任的人继续。</p>
      <FormShell action={nameSuccessorAction} fields={{ grantId }}>
        <TextField name="name" label="接任人的姓名" autoComplete="off" width="half" />
        <TextField
          name="mobile"
          label="接任人注册用的手机号"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          maxLength={20}
          width="half"
        />
        <TextArea
          name="note"
          label="接任人的职务和办公电话"
          hint="写明部门、职务、单位办公电话，协会据此向单位核实。"
          rows={3}
          maxCodePoints={500}
        />
        <SubmitButton>提名接任</SubmitButton>
      </FormShell>
    </>
  );
}

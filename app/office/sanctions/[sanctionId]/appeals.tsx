import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { AppealCard } from '@/components/sanctions/appeal-card';
import { Banner } from '@/components/ui/banner';
import type { Actor } from '@/lib/kernel/actor';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { judgeSanction } from '@/lib/sanctions/policy';
import { decideAppealAction } from '../actions';

interface AppealsProps {
  sanction: SanctionSubject;
  actor: Actor;
  now: Date;
}

/** What the unit has objected, and the decision of a third person. */
export function Appeals({ sanction, actor, now }: AppealsProps) {
  const { appeals, files } = sanction;
  if (appeals.length === 0) return null;
  const open = appeals.find(({ status }) => status === 'OPEN');
  const judgement = judgeSanction(actor, 'decide_appeal', sanction, now);
  return (
    <section className="stack-small" id="appeals">
      <h2>申诉</h2>
      {appeals.map((appeal) => (
        <AppealCard
          key={appeal.id}
          appeal={appeal}
          files={files.filter(({ appealId }) => appealId === appeal.id).map(({ file }) => file)}
          withNames
        />
      ))}
      {open && judgement.answer === 'yes' ? <Decision sanctionId={sanction.id} appealId={open.id} /> : null}
      {open && judgement.answer === 'not_yet' ? <Banner tone="info" title={judgement.because} /> : null}
    </section>
  );
}

function Decision({ sanctionId, appealId }: { sanctionId: string; appealId: string }) {
  return (
    <FormShell id="decide-appeal" action={decideAppealAction} fields={{ sanctionId, appealId }}>
      <RadioGroup
        name="decision"
        label="对申诉的决定"
        options={[
          { value: 'grant', label: '申诉成立', hint: '立即恢复申报资格，暂停的申报恢复处理' },
          { value: 'refuse', label: '申诉不成立', hint: '原决定继续有效' },
        ]}
      />
      <TextArea name="note" id="appeal-note" label="理由" hint="单位会收到" rows={3} maxCodePoints={500} />
      <SubmitButton>保存决定</SubmitButton>
    </FormShell>
  );
}

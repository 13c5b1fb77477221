import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import type { Hint } from '@/lib/applications/scan-hints';
import { notYourself, type UnitVoice } from '@/lib/applications/unit-voice';
import { submitStampAction } from './actions';

interface AttestFormProps {
  application: ApplicationOnPage;
  hints: readonly Hint[];
  /** Of what is on this page; see seenDigest. */
  seen: string;
  voice: UnitVoice;
}

/** The unit's statement (R32): without it nothing is handed in. Wording, person and time are kept. */
export function AttestForm({ application, hints, seen, voice }: AttestFormProps) {
  if (voice.may === 'not')
    return (
      <Banner tone="warning" title="请由其他管理员确认">
        {notYourself(voice.others)}
      </Banner>
    );

  const { id, cycle, unit, hasPayment } = application;
  return (
    <section className="stack">
      <h2>单位核实意见</h2>
      <p>
        {unit?.name}：{cycle.unitAttestation}
      </p>
      <p>如查实有虚假材料，将取消所在单位三年内认证申报资格。</p>
      <FormShell action={submitStampAction} fields={{ applicationId: id, seen }}>
        <span id="scan" tabIndex={-1} />
        <CheckboxField
          name="attested"
          label={
            voice.may === 'attest' ? '所在单位已核实以上内容，并在申报书上加盖公章' : '所在单位已在申报书上加盖公章'
          }
          hint={
            voice.may === 'attest'
              ? '勾选的人、时间和上面的文字会记录在案。'
              : '您是本单位唯一的管理员，不能代表单位确认自己的申报；协会会另向单位核实。'
          }
        />
        {hints.length > 0 ? <HintsSeen hints={hints} /> : null}
        <SubmitButton pendingText="正在提交…">提交盖章件</SubmitButton>
        <p className="text-ink-soft">{hasPayment ? '费用已缴清，提交后申报即完成。' : '提交后还需缴费，申报才算完成。'}</p>
      </FormShell>
    </section>
  );
}

function HintsSeen({ hints }: { hints: readonly Hint[] }) {
  return (
    <>
      <ul className="list-disc pl-6">
        {hints.map(({ page, sentence }) => (
          <li key={`${page} ${sentence}`}>
            {page === null ? '' : `第 ${page} 页：`}
            {sentence}
          </li>
        ))}
      </ul>
      <CheckboxField
        name="hintsSeen"
        label="我已看过提示，仍要提交"
        hint="系统只作提示，是否合格由工作人员判断。换掉有提示的页，审查会更快。"
      />
    </>
  );
}

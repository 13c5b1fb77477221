import { AgentStatement } from '@/components/catalogue/agent-statement';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import { levelNames } from '@/lib/catalogue/labels';
import { yuan } from '@/lib/kernel/money';
import { lockFormAction } from './actions';

interface LockFormProps {
  application: ApplicationOnPage;
  isReady: boolean;
  advice: AdviceOpen;
}

/** How much advice stands on the page, and a name for exactly that. */
interface AdviceOpen {
  count: number;
  shown: string;
}

/** The step that cannot be taken back: its consequences in the notice's own words, agreed to one by one. */
export function LockForm({ application, isReady, advice }: LockFormProps) {
  const { cycle } = application;
  return (
    <section className="stack">
      <h2>确认并提交报名</h2>
      <section>
        <h3>本人承诺</h3>
        <ol className="list-decimal pl-6">
          {cycle.declaration.map((paragraph) => (
            <li key={paragraph}>{paragraph}</li>
          ))}
        </ol>
      </section>
      <AgentStatement text={cycle.agentStatement} />
      {isReady ? (
        <ConfirmAndSubmit application={application} advice={advice} />
      ) : (
        <Banner
          tone="warning"
          title="还不能提交报名"
          action={<ButtonLink href={`/apply/${application.id}`}>回到我的申报</ButtonLink>}
        >
          请先处理本页上方列出的内容，处理完后这里会出现提交按钮。
        </Banner>
      )}
    </section>
  );
}

function ConfirmAndSubmit({ application, advice }: Omit<LockFormProps, 'isReady'>) {
  const { id, cycleLevel, formVersion, levelFrozenAt, hasPayment } = application;
  const level = levelNames[application.level];
  const fee = hasPayment || formVersion > 0 ? null : cycleLevel.feeFen;
  return (
    <FormShell action={lockFormAction} fields={{ applicationId: id, baseVersion: String(formVersion) }}>
      {advice.count > 0 ? (
        <CheckboxField
          name="acknowledged"
          value={advice.shown}
          label={`上面 ${advice.count} 处提示我已逐项核对，仍要提交`}
          hint="会随申报书一起记下，审查人员可以看到。"
        />
      ) : null}
      <CheckboxField name="declared" label="我已阅读并作出以上承诺，所填内容全部属实" />
      <CheckboxField
        name="levelConfirmed"
        label={`我确认申报${level}`}
        hint="申请人只可选择其中一个级别进行申报，且申报后不允许更换。撤回也不能再申报其他级别。"
      />
      <p>
        提交后：{levelFrozenAt ? '' : `级别固定为${level}；`}生成第 {formVersion + 1} 版申报书供打印盖章
        {fee === null ? '。' : `；生成 ${yuan(fee)} 的订单。`}
      </p>
      <SubmitButton pendingText="正在生成申报书…">确认信息并提交报名</SubmitButton>
    </FormShell>
  );
}

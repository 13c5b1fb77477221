import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { expressionInWords } from '@/lib/catalogue/evaluate-rule';
import type { OfficeRule } from '@/lib/catalogue/office-queries';
import { tableDateTime } from '@/lib/kernel/dates';
import { retireRuleAction } from '../../../actions';
import { RuleForm } from './rule-form';

interface RuleListProps {
  rules: OfficeRule[];
  levelId: string;
  mayAmend: boolean;
}

export function RuleList({ rules, levelId, mayAmend }: RuleListProps) {
  const active = rules.filter((rule) => rule.isActive);
  return (
    <section className="stack" aria-labelledby="rules-title">
      <h2 id="rules-title">现行条款（{active.length}）</h2>
      {active.map((rule) => (
        <Card key={rule.id} title={`${rule.code} ${rule.title}`}>
          <p>{rule.isHard ? <Tag tone="danger">不符合即不能申报</Tag> : <Tag tone="info">仅作提示</Tag>}</p>
          <blockquote>{rule.words}</blockquote>
          <p>系统核对：{expressionInWords(rule.expression)}</p>
          {rule.source ? <p className="field-hint">出处：{rule.source}</p> : null}
          <Versions rules={rules.filter((other) => other.code === rule.code)} />
          {mayAmend ? <RuleChanges rule={rule} levelId={levelId} /> : null}
        </Card>
      ))}
    </section>
  );
}

function Versions({ rules }: { rules: OfficeRule[] }) {
  if (rules.length < 2) return null;
  return (
    <Disclosure summary={`历史版本（${rules.length}）`}>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            第 {rule.version} 版，{tableDateTime(rule.createdAt)}：{rule.words}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function RuleChanges({ rule, levelId }: { rule: OfficeRule; levelId: string }) {
  return (
    <>
      <Disclosure summary="修改这一条">
        <RuleForm levelId={levelId} rule={rule} />
      </Disclosure>
      <Disclosure summary="停用这一条">
        <FormShell id={`retire-${rule.id}`} action={retireRuleAction} fields={{ levelId, code: rule.code }}>
          <TextField id={`retire-${rule.id}-reason`} name="reason" label="停用原因" />
          <SubmitButton variant="danger">停用</SubmitButton>
        </FormShell>
      </Disclosure>
    </>
  );
}

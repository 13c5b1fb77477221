import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import type { Rule } from '@/lib/catalogue/evaluate-rule';
import { noticeDecides } from '@/lib/catalogue/labels';
import type { PublicLevel } from '@/lib/catalogue/queries';

/** The conditions in the notice's words; what it does not say is left to it. */
export function LevelConditions({ level }: { level: PublicLevel }) {
  return (
    <div className="mt-6">
      <h3>报名条件</h3>
      <ul className="mt-1 list-disc pl-6">
        {level.rules
          .filter(({ isHard }) => isHard)
          .map((rule) => (
            <li key={rule.code}>{rule.title}</li>
          ))}
      </ul>
      <p className="mt-2">{level.conditionsText || `${noticeDecides}。`}</p>
      {level.rules.length > 0 ? (
        <Disclosure summary={`逐条查看条件和通知原文（${level.rules.length} 条）`}>
          <ol className="stack-small">
            {level.rules.map((rule) => (
              <RuleWords key={rule.code} rule={rule} />
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </div>
  );
}

function RuleWords({ rule }: { rule: Rule }) {
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-3">
        <strong>{rule.title}</strong>
        <Tag tone={rule.isHard ? 'info' : 'neutral'}>{rule.isHard ? '必须符合' : '由审核人员认定'}</Tag>
      </p>
      <p>“{rule.words}”</p>
      {rule.source ? <p className="text-sm text-ink-soft">出处：{rule.source}</p> : null}
    </li>
  );
}

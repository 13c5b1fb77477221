import { RuleAnswers } from '@/components/catalogue/rule-answers';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import type { Tone } from '@/components/ui/tone';
import { type Eligibility, evaluateEligibility } from '@/lib/catalogue/eligibility';
import { type FactName, facts as definitions } from '@/lib/catalogue/facts';
import { itemTitle, levelNames } from '@/lib/catalogue/labels';
import type { PublicCycle, PublicLevel } from '@/lib/catalogue/queries';
import { type Answers, factsOfAnswers } from '@/lib/catalogue/self-check';
import { judgeStart } from '@/lib/catalogue/window';
import { beijingDay } from '@/lib/kernel/dates';

interface CheckResultsProps {
  cycle: PublicCycle;
  answers: Answers;
  now: Date;
}

interface LevelResult {
  level: PublicLevel;
  eligibility: Eligibility;
}

export function CheckResults({ cycle, answers, now }: CheckResultsProps) {
  const facts = factsOfAnswers(answers, cycle.associationId);
  const results = cycle.levels.map((level) => ({
    level,
    eligibility: evaluateEligibility(level.rules, { facts, today: beijingDay(now) }),
  }));
  const missing = missingAnswers(results);
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">自查结果</h2>
      <p>{overview(results)}</p>
      {missing.length > 0 ? (
        <Banner tone="info" title="还缺少几个回答">
          请在下面补充：{missing.map((fact) => definitions[fact].name).join('、')}。
        </Banner>
      ) : null}
      {results.map((result) => (
        <LevelCard key={result.level.id} result={result} cycle={cycle} now={now} />
      ))}
    </section>
  );
}

function LevelCard({
  result: { level, eligibility },
  cycle,
  now,
}: { result: LevelResult } & Pick<CheckResultsProps, 'cycle' | 'now'>) {
  const start = judgeStart({ ...level, cycle }, now);
  const mark = markOf(eligibility);
  const answers = [...eligibility.hard, ...eligibility.advisory];
  const refusing = answers.filter(({ outcome }) => outcome === 'no');
  const open = answers.filter((answer) => answer.outcome === 'unknown' && !eligibility.leftToSystem.includes(answer));
  const telling = eligibility.overall === 'no' ? refusing : [...refusing, ...open];
  const others = answers.filter((answer) => !telling.includes(answer));
  return (
    <section className="card stack-small" aria-labelledby={`result-${level.level}`}>
      <div className="card-head">
        <h3 id={`result-${level.level}`}>{itemTitle(cycle.association.provinceName, level.level)}</h3>
        <Tag tone={mark.tone}>{mark.label}</Tag>
      </div>
      <p>{eligibility.summary}</p>
      <RuleAnswers answers={telling} />
      {others.length > 0 ? (
        <Disclosure summary={`${telling.length > 0 ? '其余' : '逐条查看'} ${others.length} 条条件和通知原文`}>
          <RuleAnswers answers={others} />
        </Disclosure>
      ) : null}
      {eligibility.overall !== 'no' && start.answer === 'yes' ? (
        <ButtonLink href={`/apply/start?level=${level.id}`} variant="secondary">
          申报{levelNames[level.level]}
        </ButtonLink>
      ) : null}
      {start.answer === 'not_yet' ? <p className="text-ink-soft">{start.because}</p> : null}
    </section>
  );
}

/** What the person could still tell, over all levels. */
function missingAnswers(results: LevelResult[]): FactName[] {
  const open = results.flatMap(({ eligibility }) => [...eligibility.hard, ...eligibility.advisory]);
  return [...new Set(open.flatMap((answer) => answer.missing))].filter(
    (fact) => definitions[fact].question !== undefined,
  );
}

function markOf({ overall, leftToPerson }: Eligibility): { label: string; tone: Tone } {
  if (overall === 'no') return { label: '不符合条件', tone: 'danger' };
  return leftToPerson.length > 0 ? { label: '还不能判断', tone: 'warning' } : { label: '可以申报', tone: 'success' };
}

function overview(results: LevelResult[]): string {
  const named = (wanted: string) =>
    results
      .filter(({ eligibility }) => markOf(eligibility).label === wanted)
      .map(({ level }) => levelNames[level.level]);
  const parts = [
    ['可以申报', '可以申报'],
    ['还不能判断', '还不能判断'],
    ['不符合条件', '不能申报'],
  ].flatMap(([mark = '', said]) => (named(mark).length > 0 ? [`${said}：${named(mark).join('、')}`] : []));
  return `按您的回答，${parts.join('；')}。`;
}

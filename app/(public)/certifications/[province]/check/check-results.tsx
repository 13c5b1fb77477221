import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import type { Tone } from '@/components/ui/tone';
import { type Eligibility, evaluateEligibility } from '@/lib/catalogue/eligibility';
import { itemTitle, levelNames } from '@/lib/catalogue/labels';
import type { PublicCycle, PublicLevel } from '@/lib/catalogue/queries';
import { type Answers, factsOfAnswers } from '@/lib/catalogue/self-check';
import { judgeStart } from '@/lib/catalogue/window';
import { beijingDay } from '@/lib/kernel/dates';
import { RuleAnswers } from './rule-answers';

interface CheckResultsProps {
  cycle: PublicCycle;
  answers: Answers;
  now: Date;
  unanswered: number;
}

interface LevelResult {
  level: PublicLevel;
  eligibility: Eligibility;
}

export function CheckResults({ cycle, answers, now, unanswered }: CheckResultsProps) {
  const facts = factsOfAnswers(answers, cycle.associationId);
  const results = cycle.levels.map((level) => ({
    level,
    eligibility: evaluateEligibility(level.rules, { facts, today: beijingDay(now) }),
  }));
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">自查结果</h2>
      <p>{overview(results)}</p>
      {unanswered > 0 ? (
        <Banner tone="info" title={`还有 ${unanswered} 个问题没有回答`}>
          没有回答的部分显示为“还不能判断”，可以在下面补充。
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
  return (
    <section className="card stack-small" aria-labelledby={`result-${level.level}`}>
      <div className="card-head">
        <h3 id={`result-${level.level}`}>{itemTitle(cycle.association.provinceName, level.level)}</h3>
        <Tag tone={mark.tone}>{mark.label}</Tag>
      </div>
      <p>{eligibility.summary}</p>
      <RuleAnswers answers={[...eligibility.hard, ...eligibility.advisory]} />
      {eligibility.overall !== 'no' && start.answer === 'yes' ? (
        <ButtonLink href={`/apply/start?level=${level.id}`} variant="secondary">
          申报{levelNames[level.level]}
        </ButtonLink>
      ) : null}
      {start.answer === 'not_yet' ? <p className="text-ink-soft">{start.because}</p> : null}
    </section>
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

import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { Tag } from '@/components/ui/tag';
import { routes, stages } from '@/lib/applications/lifecycle';
import { itemTitle, toBeAnnounced } from '@/lib/catalogue/labels';
import type { PublicCycle, PublicLevel } from '@/lib/catalogue/queries';
import { judgeStart } from '@/lib/catalogue/window';
import { LevelConditions } from './level-conditions';

interface LevelSectionProps {
  level: PublicLevel;
  cycle: PublicCycle;
  now: Date;
}

/** One level: what it costs, who decides, which stages, which conditions, and the way in. */
export function LevelSection({ level, cycle, now }: LevelSectionProps) {
  const title = itemTitle(cycle.association.provinceName, level.level);
  const start = judgeStart({ ...level, cycle }, now);
  return (
    <section className="card" aria-labelledby={`level-${level.level}`} id={level.level.toLowerCase()}>
      <div className="card-head">
        <h2 id={`level-${level.level}`}>{title}</h2>
        {start.answer === 'yes' ? <Tag tone="success">可以申报</Tag> : <Tag>不可申报</Tag>}
      </div>
      <KeyValue
        columns={3}
        items={[
          { term: '费用', value: <Fee level={level} cycle={cycle} /> },
          { term: '认定机构', value: level.deciderId === 'national' ? '全国协会' : cycle.association.name },
          { term: '环节', value: routes[level.level].map((stage) => stages[stage]).join('、') },
        ]}
      />
      <LevelConditions level={level} />
      <div className="mt-6">
        <ButtonRow>
          {start.answer === 'yes' ? (
            <ButtonLink href={`/apply/start?level=${level.id}`}>申报{title}</ButtonLink>
          ) : (
            <p className="text-ink-soft">{start.answer === 'not_yet' ? start.because : null}</p>
          )}
        </ButtonRow>
        {start.answer === 'yes' ? (
          <p className="mt-2 text-sm text-ink-soft">只可选择一个级别进行申报，且申报后不允许更换。</p>
        ) : null}
      </div>
    </section>
  );
}

function Fee({ level, cycle }: Omit<LevelSectionProps, 'now'>) {
  if (level.feeFen === null) return <>{toBeAnnounced}</>;
  return (
    <>
      <Money fen={level.feeFen} emphasis />
      {cycle.isDemonstration && level.level !== 'PRIMARY' ? (
        <span className="text-sm text-ink-soft">（演示数据）</span>
      ) : null}
    </>
  );
}

import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { Phrases } from '@/components/ui/phrases';
import { Tag } from '@/components/ui/tag';
import { routes, stages } from '@/lib/applications/lifecycle';
import { itemTitle, levelNames, toBeAnnounced } from '@/lib/catalogue/labels';
import type { PublicCycle, PublicLevel } from '@/lib/catalogue/queries';
import { judgeStart, type WindowState, windowState } from '@/lib/catalogue/window';
import { LevelConditions } from './level-conditions';

interface LevelSectionProps {
  level: PublicLevel;
  cycle: PublicCycle;
  now: Date;
}

const closedWords: Record<WindowState, string> = { before: '尚未开始', open: '未开放', after: '已截止' };

/** One level: what it costs, who decides, which stages, which conditions, and the way in. */
export function LevelSection({ level, cycle, now }: LevelSectionProps) {
  const title = itemTitle(cycle.association.provinceName, level.level);
  const start = judgeStart({ ...level, cycle }, now);
  return (
    <section className="card" aria-labelledby={`level-${level.level}`} id={level.level.toLowerCase()}>
      <div className="card-head">
        <h2 id={`level-${level.level}`}>
          <Phrases text={title} />
        </h2>
        {start.answer === 'yes' ? (
          <Tag tone="success">开放申报</Tag>
        ) : (
          <Tag>{closedWords[windowState(cycle, now)]}</Tag>
        )}
      </div>
      <KeyValue
        columns={2}
        items={[
          { term: '费用', value: <Fee level={level} cycle={cycle} /> },
          { term: '认定机构', value: level.deciderId === 'national' ? '全国协会' : cycle.association.name },
        ]}
      />
      <StageLine level={level} />
      <LevelConditions level={level} />
      <div className="mt-6">
        <ButtonRow>
          {start.answer === 'yes' ? (
            <ButtonLink href={`/apply/start?level=${level.id}`}>申报{levelNames[level.level]}</ButtonLink>
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

function StageLine({ level }: Pick<LevelSectionProps, 'level'>) {
  const route = routes[level.level];
  return (
    <div className="mt-4">
      <h3 className="text-sm font-normal text-ink-soft">环节</h3>
      <ol className="flex flex-wrap gap-x-2">
        {route.map((stage, index) => (
          <li key={stage} className="flex items-center gap-x-2">
            {stages[stage]}
            {index < route.length - 1 ? (
              <span className="text-ink-soft">
                <Icon name="chevron-right" />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
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

import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { levelNames } from '@/lib/catalogue/labels';
import type { OfficeCycle } from '@/lib/catalogue/office-queries';
import { judgeLevel } from '@/lib/catalogue/policy';
import type { Actor } from '@/lib/kernel/actor';
import { yuan, yuanAsTyped } from '@/lib/kernel/money';
import { openLevelAction, setLevelFeeAction } from '../actions';

type CycleLevel = OfficeCycle['levels'][number];

export function CycleLevels({ cycle, actor }: { cycle: OfficeCycle; actor: Actor }) {
  return (
    <section className="stack" aria-labelledby="levels-title">
      <h2 id="levels-title">级别、费用与条件</h2>
      {cycle.levels.map((level) => (
        <Card
          key={level.id}
          title={levelNames[level.level]}
          action={level.isOpen ? <Tag tone="success">开放申报</Tag> : <Tag tone="neutral">未开放</Tag>}
        >
          <p>
            {level.feeFen === null ? '费用未定，填写后才能开放' : `费用 ${yuan(level.feeFen)}`}，已有{' '}
            {level._count.applications} 份申报。
          </p>
          <p>
            <TextLink href={`/office/cycles/${cycle.id}/levels/${level.id}`}>
              报名条件与条款（{level.rules.filter((rule) => rule.isActive).length} 条）
            </TextLink>
          </p>
          <LevelForms level={level} cycle={cycle} actor={actor} />
        </Card>
      ))}
    </section>
  );
}

function LevelForms({ level, cycle, actor }: { level: CycleLevel; cycle: OfficeCycle; actor: Actor }) {
  const may = (ability: Parameters<typeof judgeLevel>[1]) =>
    judgeLevel(actor, ability, { ...level, cycle }).answer === 'yes';
  return (
    <>
      {may('set_fee') ? (
        <Disclosure summary="修改费用">
          <FormShell id={`fee-${level.id}`} action={setLevelFeeAction} fields={{ levelId: level.id }}>
            <MoneyField
              id={`fee-${level.id}-amount`}
              name="fee"
              label="费用"
              hint="只影响以后新生成的订单，已有订单金额不变。"
              defaultValue={level.feeFen === null ? '' : yuanAsTyped(level.feeFen)}
            />
            <TextField id={`fee-${level.id}-reason`} name="reason" label="修改原因" hint="例如：依据某年某号通知" />
            <SubmitButton variant="secondary">保存费用</SubmitButton>
          </FormShell>
        </Disclosure>
      ) : null}
      {may('open') ? (
        <Disclosure summary={level.isOpen ? '停止开放' : '开放申报'}>
          <FormShell
            id={`open-${level.id}`}
            action={openLevelAction}
            fields={{ levelId: level.id, open: level.isOpen ? 'no' : 'yes' }}
          >
            <TextField id={`open-${level.id}-reason`} name="reason" label="原因" />
            <SubmitButton variant="secondary">{level.isOpen ? '停止开放' : '开放申报'}</SubmitButton>
          </FormShell>
        </Disclosure>
      ) : null}
    </>
  );
}

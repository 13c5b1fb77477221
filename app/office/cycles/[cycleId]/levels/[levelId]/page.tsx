import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Card } from '@/components/ui/card';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { levelNames } from '@/lib/catalogue/labels';
import { officeCycle } from '@/lib/catalogue/office-queries';
import { judgeLevel } from '@/lib/catalogue/policy';
import { actorAs } from '@/lib/web/page-actor';
import { amendConditionsAction } from '../../../actions';
import { RuleForm } from './rule-form';
import { RuleList } from './rule-list';

export const metadata: Metadata = { title: '报名条件' };

interface LevelPageProps {
  params: Promise<{ cycleId: string; levelId: string }>;
}

export default async function LevelPage({ params }: LevelPageProps) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'FINANCE', 'AUDITOR');
  const { cycleId, levelId } = await params;
  const cycle = await officeCycle(actor, cycleId);
  const level = cycle?.levels.find(({ id }) => id === levelId);
  if (!cycle || !level) notFound();
  const mayAmend = judgeLevel(actor, 'amend_rules', { ...level, cycle }).answer === 'yes';
  return (
    <div className="stack">
      <PageHead
        title={`${levelNames[level.level]}报名条件`}
        breadcrumb={[
          { label: '认证年度', href: '/office/cycles' },
          { label: cycle.name, href: `/office/cycles/${cycle.id}` },
          { label: levelNames[level.level] },
        ]}
        lead="每次修改条款都会生成新的版本，旧版本保留。"
      />
      {mayAmend ? (
        <Card heading="h2" title="条件说明文字">
          <FormShell id="conditions" action={amendConditionsAction} fields={{ levelId }}>
            <TextArea name="conditionsText" label="说明" rows={4} defaultValue={level.conditionsText} />
            <TextField id="conditions-reason" name="reason" label="修改原因" />
            <SubmitButton variant="secondary">保存说明</SubmitButton>
          </FormShell>
        </Card>
      ) : (
        <p>{level.conditionsText}</p>
      )}
      <RuleList rules={level.rules} levelId={levelId} mayAmend={mayAmend} />
      {mayAmend ? (
        <Card heading="h2" title="增加条款">
          <RuleForm levelId={levelId} />
        </Card>
      ) : null}
    </div>
  );
}

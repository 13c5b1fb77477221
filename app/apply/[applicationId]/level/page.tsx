import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { judge } from '@/lib/applications/policy';
import { levelChoices, ownForm } from '@/lib/applications/queries';
import { itemTitle } from '@/lib/catalogue/labels';
import { now as currentTime } from '@/lib/clock';
import { yuan } from '@/lib/kernel/money';
import { pageActor } from '@/lib/web/page-actor';
import { changeLevelAction } from '../actions';
import { ApplicationHead } from '../application-head';

export const metadata: Metadata = { title: '更换级别' };

interface Props {
  params: Promise<{ applicationId: string }>;
}

/** Another level, as long as nothing has been submitted; what a rule excludes stays in sight with the reason. */
export default async function LevelPage({ params }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const form = await ownForm(actor, (await params).applicationId, now);
  if (!form) notFound();
  const { application } = form;
  if (judge(actor, 'change_level', application, now).answer !== 'yes') redirect(`/apply/${application.id}`);
  const choices = await levelChoices(form, now);
  const { provinceName } = application.cycle.association;
  return (
    <div className="page page-narrow">
      <ApplicationHead application={application} title="更换级别" lead="已填的内容都会保留；提交报名之后不允许更换。" />
      <div className="stack">
        <Banner tone="info">申请人只可选择其中一个级别进行申报，且申报后不允许更换。</Banner>
        <FormShell action={changeLevelAction} fields={{ applicationId: application.id }}>
          <RadioGroup
            name="level"
            label="申报级别"
            defaultValue={application.cycleLevelId}
            options={choices.map(({ id, level, feeFen, because }) => ({
              value: id,
              label: itemTitle(provinceName, level),
              hint: feeFen === null ? undefined : yuan(feeFen),
              disabled: because !== null,
              reason: because ?? undefined,
            }))}
          />
          <SubmitButton>更换级别</SubmitButton>
        </FormShell>
      </div>
    </div>
  );
}

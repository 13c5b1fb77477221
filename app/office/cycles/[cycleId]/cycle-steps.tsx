import { FormShell } from '@/components/forms/form-shell';
import { NumberField } from '@/components/forms/number-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { OfficeCycle } from '@/lib/catalogue/office-queries';
import { copyCycleAction, publishCycleAction } from '../actions';

/** Publishing this cycle, and starting the next year's from it. */
export function CycleSteps({ cycle }: { cycle: OfficeCycle }) {
  return (
    <Card heading="h2" title="发布与复制">
      {cycle.status === 'DRAFT' ? (
        <ConfirmDialog id="publish" trigger="发布这个年度" title="确认发布？">
          <p>发布后所有人都能看到这个年度，到申报开始时间即可申报。发布后仍可修改，修改会留下记录。</p>
          <FormShell id="publish-form" action={publishCycleAction} fields={{ cycleId: cycle.id }}>
            <TextField id="publish-reason" name="reason" label="依据" hint="例如：某年某号通知" />
            <SubmitButton>发布</SubmitButton>
          </FormShell>
        </ConfirmDialog>
      ) : null}
      <ConfirmDialog id="copy" trigger="以此建立新年度" triggerVariant="secondary" title="建立新年度">
        <p>
          文字和条款照搬，时间先按年顺延，请逐条核对、改成新年度的；费用、笔试和答辩安排需要重新填写。新年度先是草稿，发布前不对外显示。
        </p>
        <FormShell id="copy-form" action={copyCycleAction} fields={{ cycleId: cycle.id }}>
          <NumberField id="copy-year" name="cycleYear" label="认证年度" defaultValue={String(cycle.cycleYear + 1)} />
          <TextField
            id="copy-name"
            name="name"
            label="名称"
            defaultValue={cycle.name.replaceAll(String(cycle.cycleYear), String(cycle.cycleYear + 1))}
          />
          <SubmitButton>建立草稿</SubmitButton>
        </FormShell>
      </ConfirmDialog>
    </Card>
  );
}

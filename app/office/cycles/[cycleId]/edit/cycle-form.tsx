import { DateField } from '@/components/forms/date-field';
import { FieldPair, Fieldset } from '@/components/forms/fieldset';
import { FormShell } from '@/components/forms/form-shell';
import { NumberField } from '@/components/forms/number-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import type { OfficeCycle } from '@/lib/catalogue/office-queries';
import { beijingDay, clockTime } from '@/lib/kernel/dates';
import { amendCycleAction } from '../../actions';
import { ContactRows } from './contact-rows';

const windows = [
  { label: '申报开始', on: 'applyOpensOn', time: 'applyOpensTime', column: 'applyOpensAt' },
  { label: '申报截止', on: 'applyClosesOn', time: 'applyClosesTime', column: 'applyClosesAt' },
  { label: '材料提交截止', on: 'materialsCloseOn', time: 'materialsCloseTime', column: 'materialsCloseAt' },
  { label: '缴费截止', on: 'paymentClosesOn', time: 'paymentClosesTime', column: 'paymentClosesAt' },
] as const;

const texts = [
  { name: 'writtenExamPlan', label: '笔试安排', hint: '没有确定前写“待通知”。' },
  { name: 'defensePlan', label: '答辩安排', hint: '没有确定前写“待通知”。' },
  { name: 'agentStatement', label: '关于代办的声明', hint: '在注册、填报和缴费页面显示。' },
  { name: 'unitAttestation', label: '单位证实意见', hint: '提交盖章件前必须勾选，并印在申报书上。' },
] as const;

export function CycleForm({ cycle }: { cycle: OfficeCycle }) {
  return (
    <FormShell action={amendCycleAction} fields={{ cycleId: cycle.id, revision: String(cycle.revision) }}>
      <TextField name="name" label="名称" defaultValue={cycle.name} />
      <Fieldset legend="时间" hint="发布以后改动时间，公开页面会列出改动，正在申报的人会收到消息。">
        {windows.map(({ label, on, time, column }) => (
          <FieldPair key={on}>
            <DateField name={on} label={`${label}日期`} defaultValue={beijingDay(cycle[column])} />
            <TextField
              name={time}
              label={`${label}时刻`}
              hint="24 小时制，例如 23:59"
              defaultValue={clockTime(cycle[column])}
              width="short"
            />
          </FieldPair>
        ))}
        <NumberField
          name="revisionWorkingDays"
          label="退回修改期限"
          suffix="个工作日"
          defaultValue={String(cycle.revisionWorkingDays)}
        />
      </Fieldset>
      <Fieldset legend="文字">
        {texts.map(({ name, label, hint }) => (
          <TextArea key={name} name={name} label={label} hint={hint} rows={3} defaultValue={cycle[name]} />
        ))}
        <TextArea
          name="declaration"
          label="本人承诺"
          hint="一行一条，印在申报书上。"
          rows={5}
          defaultValue={cycle.declaration.join('\n')}
        />
        <TextField
          name="orderUnpaid"
          label="未缴费订单的状态文字"
          optional
          defaultValue={cycle.texts.orderUnpaid ?? ''}
        />
        <TextArea
          name="transferAccount"
          label="线下转账的收款账户"
          hint="户名、账号、开户行，一行一项；在缴费页面显示。"
          optional
          rows={4}
          defaultValue={cycle.texts.transferAccount ?? ''}
        />
      </Fieldset>
      <Fieldset legend="联系方式" hint="只填办公电话和公用邮箱，不填个人信息。">
        <ContactRows contacts={cycle.contacts} />
      </Fieldset>
      <TextField name="reason" label="修改原因" hint="例如：依据某年某号补充通知延长申报时间" />
      <SubmitButton>保存修改</SubmitButton>
    </FormShell>
  );
}

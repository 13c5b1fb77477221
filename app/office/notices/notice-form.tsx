import { DateField } from '@/components/forms/date-field';
import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import type { PublicNotice } from '@/lib/catalogue/notice-queries';
import { tableDate } from '@/lib/kernel/dates';
import { saveNoticeAction } from './actions';

interface NoticeFormProps {
  notice?: PublicNotice;
  issuer: string;
  cycles: { id: string; name: string }[];
  others: { id: string; title: string }[];
}

export function NoticeForm({ notice, issuer, cycles, others }: NoticeFormProps) {
  return (
    <FormShell
      action={saveNoticeAction}
      fields={{ noticeId: notice?.id ?? '', revision: String(notice?.revision ?? 0) }}
    >
      <TextField name="title" label="标题" defaultValue={notice?.title} />
      <TextField
        name="documentNumber"
        label="文号"
        optional
        hint="年份用六角括号，例如 苏青科教发〔2025〕5号"
        defaultValue={notice?.documentNumber}
        width="half"
      />
      <TextField name="issuer" label="发文单位" defaultValue={notice?.issuer ?? issuer} />
      <DateField name="issuedOn" label="发文日期" defaultValue={notice ? tableDate(notice.issuedOn) : ''} />
      <SelectField
        name="cycleId"
        label="所属年度"
        optional
        placeholder="不属于某个年度"
        defaultValue={notice?.cycleId ?? ''}
        options={cycles.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="supplementsId"
        label="补充哪一份公告"
        optional
        placeholder="不是补充公告"
        defaultValue={notice?.supplementsId ?? ''}
        options={others.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField name="salutation" label="主送" optional defaultValue={notice?.salutation} />
      <TextArea
        name="body"
        label="正文"
        hint="空一行分段；标题行前加“## ”，列表行前加“- ”。"
        rows={18}
        defaultValue={notice?.body}
      />
      <TextField name="annexTitle" label="附件标题" optional defaultValue={notice?.annexTitle} />
      <TextArea name="annexBody" label="附件正文" optional rows={8} defaultValue={notice?.annexBody} />
      {notice?.status === 'PUBLISHED' ? (
        <TextField name="reason" label="修改原因" hint="修改已发布的公告必须写明原因" />
      ) : null}
      <SubmitButton>{notice?.status === 'PUBLISHED' ? '保存修改' : '保存草稿'}</SubmitButton>
    </FormShell>
  );
}

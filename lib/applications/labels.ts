import { type Status, statuses, type Tone } from './lifecycle';

const tones: Record<Tone, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  neutral: 'neutral',
  todo: 'warning',
  waiting: 'info',
  good: 'success',
  bad: 'danger',
};

/** The colour of a status tag, by the table of statuses. */
export const toneOf = (status: Status): (typeof tones)[Tone] => tones[statuses[status].tone];

export const sexNames = { MALE: '男', FEMALE: '女' } as const;

/** What the history calls events of an application that are not moves. */
export const eventNames: Record<string, string> = {
  started: '开始申报',
  level_changed: '更换级别',
  payment_confirmed: '缴费到账',
  payment_returned: '费用已退还',
  stamped_form_uploaded: '上传盖章件',
  sheet_removed: '删除盖章件的一页',
  sheet_named: '认定没有读出编码的一页',
  claim_handed_over: '转交审查',
  identity_revealed: '查看完整证件号或手机号',
  form_mailed: '把申报书发到邮箱',
  missing_glyph_reported: '报告无法打印的字',
  return_reason_added: '增加退回原因',
  return_reason_amended: '修改退回原因',
};

/** What the audit calls that to which a chain of events belongs. Plain data: components may import it. */
export const streamNames = {
  application: '申报',
  order: '订单',
  person: '账号',
  unit: '单位',
  cycle: '认证年度',
  notice: '公告',
  anchor: '信任的发证机构',
} as const;

export type StreamKind = keyof typeof streamNames;

export const streamKinds = Object.keys(streamNames) as StreamKind[];

export const isStreamKind = (text: string): text is StreamKind => text in streamNames;

/** What stands in the signed part of an answer. */
export type AlipayReply = { code: string; msg: string; sub_code?: string; sub_msg?: string } & Record<string, unknown>;

export const done = (facts: object): AlipayReply => ({ code: '10000', msg: 'Success', ...facts });

export const refused = (why: string): AlipayReply => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code: why,
  sub_msg: '业务处理失败',
});

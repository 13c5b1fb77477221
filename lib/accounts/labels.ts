/** Words for codes of accounts. Plain data: components may import it. */

export const dataRequestNames = {
  CORRECT_NAME: '更正姓名',
  CORRECT_DOCUMENT: '更正证件',
  CLOSE_ACCOUNT: '注销账号',
} as const;

export const requestStatusNames = { OPEN: '办理中', GRANTED: '已通过', REFUSED: '未通过' } as const;

/** Words for codes of accounts. Plain data: components may import it. */

export const dataRequestNames = {
  CORRECT_NAME: '更正姓名',
  CORRECT_DOCUMENT: '更正证件',
  CLOSE_ACCOUNT: '注销账号',
} as const;

export const requestStatusNames = { OPEN: '办理中', GRANTED: '已通过', REFUSED: '未通过' } as const;

/** Names of the events in a person's history. */
export const accountEventNames: Record<string, string> = {
  registered: '注册账号',
  signed_in: '登录',
  signed_out: '退出',
  sign_in_failed: '登录失败',
  password_reset: '用验证码重设密码',
  password_changed: '修改密码',
  mobile_changed: '更换手机号',
  email_changed: '修改邮箱',
  identity_revealed: '查看完整证件号或手机号',
  sessions_ended: '退出其他设备',
  role_switched: '切换身份',
  role_granted: '授予身份',
  role_revoked: '撤销身份',
  account_disabled: '停用账号',
  account_enabled: '恢复账号',
  recovery_asked: '申请找回账号',
  recovery_granted: '账号找回通过',
  recovery_refused: '账号找回未通过',
  consent_withdrawn: '撤回同意',
  data_request_made: '申请更正或注销',
  data_request_granted: '更正或注销已办理',
  data_request_refused: '更正或注销未通过',
  own_data_exported: '下载本人数据',
};

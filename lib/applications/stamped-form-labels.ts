export const stampedFormNames = {
  UPLOADED: '已上传',
  UNIT_CONFIRMED: '单位已确认',
  ACCEPTED: '已认可',
  REJECTED: '已退回',
  SUPERSEDED: '已作废',
} as const;

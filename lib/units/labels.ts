/** Kinds of unit as the notice groups them. Plain data: components may import it. */

export const unitKinds = [
  'KINDERGARTEN',
  'PRIMARY_SCHOOL',
  'SECONDARY_SCHOOL',
  'VOCATIONAL_SCHOOL',
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'SCIENCE_MUSEUM',
  'YOUTH_PALACE',
  'SCI_TECH_EDUCATION_INSTITUTION',
  'SOCIAL_ORGANIZATION',
  'ENTERPRISE_OR_PUBLIC_INSTITUTION',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitKindNames: Record<UnitKind, string> = {
  KINDERGARTEN: '幼儿园',
  PRIMARY_SCHOOL: '小学',
  SECONDARY_SCHOOL: '中学',
  VOCATIONAL_SCHOOL: '职业学校',
  UNIVERSITY: '高等学校',
  RESEARCH_INSTITUTE: '科研院所',
  SCIENCE_MUSEUM: '科普场馆',
  YOUTH_PALACE: '青少年宫（活动中心）',
  SCI_TECH_EDUCATION_INSTITUTION: '科技教育机构',
  SOCIAL_ORGANIZATION: '社会团体',
  ENTERPRISE_OR_PUBLIC_INSTITUTION: '企事业单位',
};

export const isUnitKind = (text: string): text is UnitKind => unitKinds.some((kind) => kind === text);

/** The name for a stored kind; an unknown one is shown as it is. */
export const unitKindName = (kind: string): string => (isUnitKind(kind) ? unitKindNames[kind] : kind);

export const unitStatusNames = { PENDING: '待核实', APPROVED: '已核实', REJECTED: '未通过核实' } as const;

/** Names of the events in a unit's history. */
export const unitEventNames: Record<string, string> = {
  unit_added: '登记单位',
  unit_approved: '单位已核实',
  unit_renamed: '单位更名',
  unit_rejected: '单位未通过核实',
  packet_requested: '生成盖章清单',
  batch_started: '开始批量扫描',
  batch_attested: '批量确认盖章件',
  admin_requested: '申请成为管理员',
  admin_approved: '管理员申请通过',
  admin_rejected: '管理员申请未通过',
  admin_revoked: '撤销管理员',
  admin_named: '提名接任的管理员',
  admin_handed_over: '管理员已交接',
};

/** What a reason is about; the group STAMP makes the stamped paper come again. */
export const reasonGroups = ['PHOTO', 'FORM', 'EVIDENCE', 'STAMP', 'UNIT', 'OTHER'] as const;
export type ReasonGroup = (typeof reasonGroups)[number];

export const reasonGroupNames: Record<string, string> = {
  PHOTO: '照片',
  FORM: '填写内容',
  EVIDENCE: '佐证材料',
  STAMP: '签字与盖章',
  UNIT: '单位',
  OTHER: '其他',
} satisfies Record<ReasonGroup, string>;

/** What a file may be uploaded for, and what is then allowed. Read by the checking process too, so it imports nothing. */
export const filePurposes = [
  'PHOTO',
  'EVIDENCE',
  'STAMPED_FORM',
  'PAYMENT_VOUCHER',
  'UNIT_PROOF',
  'UNIT_SCAN',
  'SANCTION_EVIDENCE',
  'SANCTION_APPEAL',
] as const;
export type FilePurpose = (typeof filePurposes)[number];

interface PurposeRule {
  label: string;
  maxBytes: number;
  /** Bytes of all files that belong together, where that is limited. */
  maxTotalBytes: number | null;
  maxPages: number;
  allowsPdf: boolean;
  /** What is on it was on paper, or is electronically signed. */
  isPaper: boolean;
  /** Pictures are shrunk to this many pixels on their longer side. */
  longEdge: number;
}

const megabyte = 1024 * 1024;

export const purposeRules: Record<FilePurpose, PurposeRule> = {
  PHOTO: rule({ label: '证件照', megabytes: 10, maxPages: 1, allowsPdf: false, longEdge: 413 }),
  EVIDENCE: rule({ label: '业绩材料', megabytes: 20, maxPages: 30, longEdge: 3000, totalMegabytes: 600 }),
  STAMPED_FORM: rule({ label: '盖章扫描件', megabytes: 60, totalMegabytes: 60, maxPages: 40, isPaper: true, longEdge: 3200 }),
  PAYMENT_VOUCHER: rule({ label: '转账凭证', megabytes: 10, maxPages: 5, longEdge: 2400 }),
  UNIT_PROOF: rule({ label: '单位证明', megabytes: 10, maxPages: 10, longEdge: 2400 }),
  UNIT_SCAN: rule({ label: '批量扫描件', megabytes: 150, totalMegabytes: 300, maxPages: 400, isPaper: true, longEdge: 4000 }),
  SANCTION_EVIDENCE: rule({ label: '证据材料', megabytes: 20, maxPages: 60, longEdge: 3000 }),
  SANCTION_APPEAL: rule({ label: '申诉材料', megabytes: 20, maxPages: 60, longEdge: 3000 }),
};

export const photoSize = { width: 295, height: 413, maxBytes: 190 * 1024 } as const;

export const largestUploadBytes = Math.max(...filePurposes.map((purpose) => purposeRules[purpose].maxBytes));

interface RuleInput {
  label: string;
  megabytes: number;
  totalMegabytes?: number;
  maxPages: number;
  allowsPdf?: boolean;
  isPaper?: boolean;
  longEdge: number;
}

function rule({ label, megabytes, totalMegabytes, maxPages, allowsPdf, isPaper, longEdge }: RuleInput): PurposeRule {
  return {
    label,
    maxBytes: megabytes * megabyte,
    maxTotalBytes: totalMegabytes ? totalMegabytes * megabyte : null,
    maxPages,
    allowsPdf: allowsPdf ?? true,
    isPaper: isPaper ?? false,
    longEdge,
  };
}

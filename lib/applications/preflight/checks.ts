/** When a check runs: as the applicant submits, or as the stamped paper is handed in. */
export const preflightMoments = ['lock_form', 'submit_stamped_form'] as const;
export type PreflightMoment = (typeof preflightMoments)[number];

export interface Check {
  moment: PreflightMoment;
  /** What staff read when they bind a reason to it. */
  title: string;
  /** Where the applicant sees it. */
  place: string;
  /** What it refuses, and what it only points out. */
  blocks: string;
  warns: string;
}

const inForm = (place: string, title: string, finds: { blocks?: string; warns?: string }): Check => ({
  moment: 'lock_form',
  title,
  place,
  blocks: finds.blocks ?? '',
  warns: finds.warns ?? '',
});

/** People decide about paper: a scan is refused for its person, version and pages alone. */
const inScan = (title: string, finds: { blocks?: string; warns?: string }): Check => ({
  moment: 'submit_stamped_form',
  title,
  place: '盖章扫描件',
  blocks: finds.blocks ?? '',
  warns: finds.warns ?? '',
});

/** The closed list of what is looked at before somebody at the association has to. */
export const checks = {
  'form.complete': inForm('各栏目', '必填内容', { blocks: '有必填的内容没有填写，或填写得不对' }),
  'form.consistent': inForm('学历、工作经历', '前后一致', {
    warns: '最高学历与教育经历不符、现在任职的单位与所在单位名称不同、没有业绩成果',
  }),
  'form.dates': inForm('带日期的各栏', '日期', {
    blocks: '晚于今天、早于出生、结束早于开始',
    warns: '毕业或工作过早、两段工作经历重叠',
  }),
  'form.names': inForm('业绩成果', '姓名', { warns: '证明材料上的姓名与账号姓名不同' }),
  'form.repeated': inForm('各栏目的列表', '重复填写', { blocks: '同一栏目里有两项完全相同', warns: '两项成果很可能是同一项' }),
  'photo.fit': inForm('个人信息', '证件照', {
    blocks: '没有照片，或照片几乎是空白',
    warns: '比例不对、过暗、过亮、模糊、背景不单一',
  }),
  'evidence.present': inForm('业绩成果', '佐证材料齐全', { blocks: '有成果没有证明材料' }),
  'evidence.readable': inForm('业绩成果、培训经历', '佐证材料可辨认', {
    blocks: '文件没有通过检查',
    warns: '有空白页、像素太低、模糊',
  }),
  'evidence.repeated': inForm('业绩成果', '同一份材料重复使用', { warns: '同一份文件证明了两项成果' }),
  'unit.known': inForm('所在单位', '单位', { blocks: '单位未通过核实' }),
  'unit.province': inForm('所在单位', '单位所在省份', { blocks: '单位不在本省' }),
  'conditions.met': inForm('申报条件', '申报条件', { blocks: '不符合硬性条件', warns: '可能不符合其他条件' }),
  'scan.identity': inScan('人员与版本', { blocks: '是别人的、或旧版的申报书' }),
  'scan.pages': inScan('页数', { blocks: '缺页', warns: '有的页没有读出编码' }),
  'scan.seal': inScan('公章', { warns: '没有看到公章，或盖在别处' }),
  'scan.signature': inScan('签字', { warns: '没有看到签字' }),
  'scan.date': inScan('日期', { warns: '没有看到手写的日期' }),
  'scan.print': inScan('打印内容', { warns: '打印内容与系统生成的不同' }),
  'scan.quality': inScan('清晰度', { warns: '模糊或分辨率太低' }),
} as const satisfies Record<string, Check>;

export type CheckCode = keyof typeof checks;
export const checkCodes = Object.keys(checks) as CheckCode[];

export const isCheckCode = (text: string): text is CheckCode => Object.hasOwn(checks, text);

export const codesOf = (moment: PreflightMoment): CheckCode[] => checkCodes.filter((code) => checks[code].moment === moment);

export const onlyPeople = '只能由人判断';

/** What a reason is bound to, in words. */
export const checkTitle = (code: string | null): string => (code && isCheckCode(code) ? checks[code].title : onlyPeople);

import type { LevelCode } from '@/lib/catalogue/labels';
import type { Contact } from '@/lib/catalogue/schema';

/** Statements of the notice, as applicants and units read them. */
export const jiangsuStatements = {
  agentStatement: '协会从未委托或授权任何校外机构或个人开展江苏省青少年科技辅导员专业水平认证的代办、代报等业务。',
  unitAttestation: '本单位已核实申请人的业绩材料，证实有效，同意加盖公章。',
  declaration: [
    '本人根据自己的实际情况如实填写申报书，所填内容和所附业绩成果材料真实、准确、完整。',
    '本人知悉：申请人只可选择其中一个级别进行申报，且申报后不允许更换。',
    '本人知悉：如查实有虚假材料，将取消所在单位三年内认证申报资格。',
  ],
};

/** The notice's public office lines; its private numbers are left out. */
export const jiangsuContacts: Contact[] = [
  { label: '专业水平认证联系人', phones: ['025-86670701', '025-86670189'], email: 'jssciedu@163.com' },
  { label: '申报平台技术咨询', phones: [], email: '' },
];

export const demoContacts: Contact[] = [
  { label: '专业水平认证联系人（演示）', phones: ['025-00000000'], email: 'shili@example.com' },
  { label: '申报平台技术咨询（演示）', phones: ['025-00000001'], email: 'jishu@example.com' },
];

export const demoTexts = {
  transferAccount: '户名：示例收款账户（演示，请勿真实转账）\n账号：0000 0000 0000 0000\n开户行：示例银行示例支行',
};

export const jiangsuConditions: Record<LevelCode, string> = {
  PRIMARY: '初级的学历、年限和培训等具体条件以通知为准，由审核人员按通知认定。',
  INTERMEDIATE: '中级的学历、年限和业绩等具体条件以通知为准，由审核人员按通知认定。',
  SENIOR: '高级由全国协会认定，学历、年限和业绩等具体条件以全国协会的通知为准。',
};

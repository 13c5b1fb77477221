import type { Rule } from '@/lib/catalogue/evaluate-rule';
import type { LevelCode } from '@/lib/catalogue/labels';

const notice = '苏青科教发〔2025〕5号';
const audience =
  '江苏省内组织和指导青少年科技教育活动的幼儿园、中小学、职业学校教师，在高校科学教育相关专业就读的专科生、本科生、研究生及博士生，高等学校与科研院所、科普场馆、青少年宫（活动中心）、科技教育机构、社会团体、企事业单位中的从事科技工作的相关人员。';

const inJiangsu: Rule = {
  code: 'R4',
  version: 1,
  title: '单位在江苏省内',
  words: audience,
  source: `${notice} 一、认证对象`,
  isHard: true,
  expression: { fact: 'unitRegion', is: 'in', value: ['32'] },
};

const leadsActivities: Rule = {
  code: 'R5',
  version: 1,
  title: '教师组织和指导青少年科技教育活动',
  words: '组织和指导青少年科技教育活动的幼儿园、中小学、职业学校教师。',
  source: `${notice} 一、认证对象`,
  isHard: false,
  expression: {
    any: [
      {
        fact: 'category',
        is: 'not_in',
        value: [
          'KINDERGARTEN_TEACHER',
          'PRIMARY_SCHOOL_TEACHER',
          'SECONDARY_SCHOOL_TEACHER',
          'VOCATIONAL_SCHOOL_TEACHER',
        ],
      },
      { fact: 'leadsActivities', is: 'is_true' },
    ],
  },
};

const relatedMajor: Rule = {
  code: 'R6',
  version: 1,
  title: '学生就读科学教育相关专业',
  words: '在高校科学教育相关专业就读的专科生、本科生、研究生及博士生。',
  source: `${notice} 一、认证对象`,
  isHard: false,
  expression: {
    any: [
      { fact: 'category', is: 'not_in', value: ['STUDENT'] },
      { fact: 'majorIsScienceEducation', is: 'is_true' },
    ],
  },
};

const skipsLevel: Rule = {
  code: 'R9',
  version: 1,
  title: '可跨级申请中级',
  words: '2024 年江苏省青少年科技辅导员专业水平认证可跨级申请中级。',
  source: `${notice} 二、认证级别`,
  isHard: true,
  expression: { all: [] },
};

const oneLevel: Rule = {
  code: 'R10',
  version: 1,
  title: '本年度只申报一个级别',
  words: '申请人只可选择其中一个级别进行申报，且申报后不允许更换。',
  source: `${notice} 二、认证级别`,
  isHard: true,
  expression: { fact: 'hasOtherApplication', is: 'is_false' },
};

const holdsIntermediate: Rule = {
  code: 'R13',
  version: 1,
  title: '已通过江苏省中级认证',
  words: '申请高级必须通过江苏省青少年科技辅导员中级认证。',
  source: `${notice} 二、认证级别`,
  isHard: true,
  expression: {
    fact: 'certificates',
    is: 'includes',
    value: { levels: ['INTERMEDIATE'], associations: ['jiangsu'] },
  },
};

const notForSenior: Rule = {
  code: 'R14',
  version: 1,
  title: '幼儿园教师和在读学生不能申报高级',
  words: '幼儿园教师，在高校科学教育相关专业就读的专科生、本科生、研究生及博士生无法申报高级认证。',
  source: `${notice} 二、认证级别`,
  isHard: true,
  expression: { fact: 'category', is: 'not_in', value: ['KINDERGARTEN_TEACHER', 'STUDENT'] },
};

const unitInGoodStanding: Rule = {
  code: 'R33',
  version: 1,
  title: '所在单位没有被取消申报资格',
  words: '如查实有虚假材料，将取消所在单位三年内认证申报资格。',
  source: `${notice} 五、注意事项`,
  isHard: true,
  expression: { fact: 'unitIsSanctioned', is: 'is_false' },
};

const forEveryLevel = [inJiangsu, oneLevel, unitInGoodStanding];
const advice = [leadsActivities, relatedMajor];

/** The notice's rules as data, with its words beside each; what it does not say is not invented. */
export const jiangsuRules: Record<LevelCode, readonly Rule[]> = {
  PRIMARY: [...forEveryLevel, ...advice],
  INTERMEDIATE: [skipsLevel, ...forEveryLevel, ...advice],
  SENIOR: [holdsIntermediate, notForSenior, ...forEveryLevel, leadsActivities],
};

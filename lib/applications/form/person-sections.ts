import {
  applicantCategories,
  categoryNames,
  educationNames,
  educations,
  studentStageNames,
  studentStages,
} from '@/lib/catalogue/labels';
import { inWords, optionsOf } from './field';
import { columnOf, period, spoken } from './row-words';
import type { Section } from './section';

const yesNo = [
  { value: 'YES', label: '是' },
  { value: 'NO', label: '否' },
] as const;

export const identity: Section = {
  slug: 'identity',
  title: '个人信息',
  lead: '姓名、性别、证件号码和手机号取自您的账号，这里只需上传证件照。',
  fields: [
    { kind: 'email', name: 'email', label: '电子邮箱', optional: true, hint: '用来接收通知，可以不填。' },
  ],
  sharesPage: false,
};

export const category: Section = {
  slug: 'category',
  title: '申报类别与岗位',
  lead: '申报类别决定哪些级别可以申报；改变类别时，系统会重新核对申报条件。',
  fields: [
    {
      kind: 'choice',
      name: 'category',
      label: '申报类别',
      options: optionsOf(applicantCategories, categoryNames),
      look: 'radios',
    },
    { kind: 'text', name: 'major', label: '就读专业', max: 60, only: 'students' },
    {
      kind: 'choice',
      name: 'isScienceEducation',
      label: '就读专业是否与科学教育相关',
      hint: '通知要求在高校科学教育相关专业就读。',
      options: yesNo,
      look: 'radios',
      only: 'students',
    },
    {
      kind: 'choice',
      name: 'studentStage',
      label: '就读阶段',
      options: optionsOf(studentStages, studentStageNames),
      look: 'radios',
      only: 'students',
    },
    { kind: 'text', name: 'grade', label: '年级', max: 20, width: 'short', hint: '例如 大三、研一。', only: 'students' },
    {
      kind: 'text',
      name: 'post',
      label: '任教学科或岗位',
      max: 40,
      hint: '例如 小学科学、信息科技、展教辅导员。',
      only: 'workers',
    },
    { kind: 'text', name: 'duty', label: '职务', max: 40, optional: true, only: 'workers' },
    { kind: 'text', name: 'professionalTitle', label: '职称', max: 40, optional: true, only: 'workers' },
    {
      kind: 'choice',
      name: 'isMember',
      label: '是否协会会员',
      hint: '中国青少年科技教育工作者协会或省级协会的会员；不影响申报。',
      options: yesNo,
      look: 'radios',
      optional: true,
    },
  ],
  sharesPage: true,
};

export const unit: Section = {
  slug: 'unit',
  title: '所在单位',
  lead: '申报书要加盖这个单位的公章。在读学生请选择就读的学校。',
  fields: [
    {
      kind: 'unit',
      name: 'unitName',
      idName: 'unitId',
      label: '所在单位（学校）',
      hint: '输入单位全称或统一社会信用代码，从列表中选择。',
    },
    { kind: 'kept', name: 'unitId', label: '所在单位' },
    { kind: 'text', name: 'department', label: '部门或院系', max: 60, optional: true },
  ],
  sharesPage: true,
};

const educationRow = [
  {
    kind: 'choice',
    name: 'education',
    label: '学历',
    options: optionsOf(educations, educationNames),
    look: 'list',
  },
  { kind: 'text', name: 'degree', label: '学位', max: 20, optional: true, hint: '例如 教育学学士。' },
  { kind: 'text', name: 'school', label: '毕业院校', max: 80, hint: '在读的填就读学校。' },
  { kind: 'text', name: 'major', label: '专业', max: 60, optional: true },
  {
    kind: 'month',
    name: 'graduatedOn',
    label: '毕业时间',
    hint: '例如 2015-06；在读的填预计毕业时间。',
    mayLieAhead: true,
  },
] as const satisfies Section['fields'];

export const education: Section = {
  slug: 'education',
  title: '学历',
  printedTitle: '最高学历',
  lead: '从最高学历开始，填写 1 至 5 条。',
  fields: [
    {
      kind: 'choice',
      name: 'highestEducation',
      label: '最高学历',
      hint: '已经取得的最高学历；在读学生不算正在就读的学历。',
      options: optionsOf(educations, educationNames),
      look: 'list',
    },
  ],
  rows: {
    noun: '学历',
    fields: educationRow,
    least: () => 1,
    most: 5,
    nothing: '',
    title: (values) => values.school ?? '',
    detail: spoken(educationRow, ['education', 'degree', 'major', 'graduatedOn']),
    printed: {
      title: '教育经历',
      columns: [
        columnOf(educationRow, 'graduatedOn', 18, '毕业时间'),
        columnOf(educationRow, 'school', 34),
        columnOf(educationRow, 'major', 24),
        columnOf(educationRow, 'education', 16),
        columnOf(educationRow, 'degree', 16),
      ],
      empty: '无',
    },
  },
  sharesPage: false,
};

const workRow = [
  { kind: 'month', name: 'from', label: '开始时间' },
  { kind: 'month', name: 'to', label: '结束时间', optional: true, hint: '例如 2020-08；现在仍在职的请留空。' },
  { kind: 'text', name: 'unit', label: '单位', max: 80 },
  { kind: 'text', name: 'post', label: '岗位', max: 40 },
] as const satisfies Section['fields'];

export const work: Section = {
  slug: 'work',
  title: '工作经历',
  printedTitle: '从事科技辅导工作',
  lead: '请写明从什么时候开始从事科技辅导工作，再逐条填写工作经历。',
  fields: [
    {
      kind: 'month',
      name: 'counselorSince',
      label: '从事科技辅导工作起始时间',
      optional: 'students',
      hint: '例如 2016-09；按连续从事的起始月份填写。',
    },
  ],
  rows: {
    noun: '工作经历',
    fields: workRow,
    least: ({ isStudent }) => (isStudent ? 0 : 1),
    most: 20,
    nothing: '我没有工作经历',
    title: (values) => values.unit ?? '',
    detail: (values) => [period(values), values.post].filter(Boolean).join('，'),
    printed: {
      title: '工作经历',
      columns: [
        { label: '起止年月', width: 26, words: period },
        columnOf(workRow, 'unit', 48),
        columnOf(workRow, 'post', 30),
      ],
      empty: '无',
    },
  },
  sharesPage: true,
};

/** 8 年: whole years from the month that was given to today. */
export function counselorYears(since: string | undefined, today: string): number | undefined {
  if (!since || !/^\d{4}-\d{2}$/.test(since) || since > today.slice(0, 7)) return undefined;
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - Number(since.slice(0, 4)) * 12 - Number(since.slice(5));
  return Math.floor(months / 12);
}

export const counselorSinceWords = (since: string | undefined, today: string): string => {
  const [field] = work.fields;
  const years = counselorYears(since, today);
  const month = field ? inWords(field, since) : '';
  return years === undefined ? month : `${month}（满 ${years} 年）`;
};

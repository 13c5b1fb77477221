import {
  achievementKindNames,
  achievementKinds,
  achievementLevelNames,
  achievementLevels,
  levelNames,
  levels,
} from '@/lib/catalogue/labels';
import { optionsOf } from './field';
import { columnOf, span, spoken } from './row-words';
import type { Section } from './section';

const certificateRow = [
  { kind: 'choice', name: 'level', label: '级别', options: optionsOf(levels, levelNames), look: 'list' },
  { kind: 'text', name: 'number', label: '证书编号', max: 60 },
  { kind: 'text', name: 'issuer', label: '发证机构', max: 80 },
  { kind: 'day', name: 'issuedOn', label: '发证日期' },
] as const satisfies Section['fields'];

export const certificates: Section = {
  slug: 'certificates',
  title: '已持有的认证证书',
  lead: '填写已取得的青少年科技辅导员专业水平认证证书。本系统已有记录的证书会自动列出，不必再填。',
  fields: [],
  rows: {
    noun: '证书',
    fields: certificateRow,
    least: () => 0,
    most: 10,
    nothing: '没有其他认证证书',
    title: (values) => values.number ?? '',
    detail: spoken(certificateRow, ['level', 'issuer', 'issuedOn']),
    printed: {
      title: '已持有的认证证书',
      columns: [
        columnOf(certificateRow, 'level', 14),
        columnOf(certificateRow, 'number', 32),
        columnOf(certificateRow, 'issuer', 36),
        columnOf(certificateRow, 'issuedOn', 24),
      ],
      empty: '无',
    },
  },
  sharesPage: true,
};

const trainingRow = [
  { kind: 'text', name: 'title', label: '培训名称', max: 80 },
  { kind: 'text', name: 'organiser', label: '主办单位', max: 80 },
  { kind: 'whole', name: 'hours', label: '学时', least: 1, most: 2000, suffix: '学时' },
  { kind: 'month', name: 'finishedOn', label: '结束时间' },
] as const satisfies Section['fields'];

export const training: Section = {
  slug: 'training',
  title: '培训经历',
  lead: '参加过的科技辅导员培训、科学教育培训。',
  fields: [],
  rows: {
    noun: '培训经历',
    fields: trainingRow,
    least: () => 0,
    most: 20,
    evidence: { isNeeded: false, hint: '有结业证书或学时证明的，可以上传。' },
    nothing: '没有参加过培训',
    title: (values) => values.title ?? '',
    detail: spoken(trainingRow, ['organiser', 'hours', 'finishedOn']),
    printed: {
      title: '培训经历',
      columns: [
        columnOf(trainingRow, 'title', 40),
        columnOf(trainingRow, 'organiser', 32),
        columnOf(trainingRow, 'hours', 16),
        columnOf(trainingRow, 'finishedOn', 18),
      ],
      empty: '无',
    },
  },
  sharesPage: false,
};

const activityRow = [
  { kind: 'text', name: 'title', label: '活动名称', max: 80 },
  { kind: 'month', name: 'from', label: '开始时间' },
  { kind: 'month', name: 'to', label: '结束时间', optional: true, hint: '当月结束的可以不填。' },
  { kind: 'text', name: 'audience', label: '对象与规模', max: 60, hint: '例如 五年级 6 个班，240 人。请不要填写学生姓名。' },
  { kind: 'text', name: 'role', label: '本人角色', max: 30, hint: '例如 策划与主讲、指导教师。' },
  { kind: 'area', name: 'effect', label: '活动成效', max: 300, rows: 4 },
] as const satisfies Section['fields'];

export const activities: Section = {
  slug: 'activities',
  title: '组织和指导的活动',
  lead: '您组织或指导过的青少年科技教育活动，从最近的开始填写。',
  fields: [],
  rows: {
    noun: '活动',
    fields: activityRow,
    least: ({ isTeacher }) => (isTeacher ? 1 : 0),
    most: 30,
    nothing: '没有组织或指导过青少年科技教育活动',
    title: (values) => values.title ?? '',
    detail: (values) => [span(values), values.audience, values.role].filter(Boolean).join('，'),
    printed: {
      title: '组织和指导青少年科技教育活动',
      columns: [
        columnOf(activityRow, 'title', 30),
        { label: '时间', width: 18, words: span },
        columnOf(activityRow, 'audience', 20),
        columnOf(activityRow, 'role', 15),
        columnOf(activityRow, 'effect', 38, '成效'),
      ],
      empty: '无',
    },
  },
  sharesPage: true,
};

const achievementRow = [
  {
    kind: 'choice',
    name: 'kind',
    label: '成果类型',
    options: optionsOf(achievementKinds, achievementKindNames),
    look: 'list',
  },
  { kind: 'text', name: 'title', label: '成果名称', max: 120, hint: '奖项、课题、论文、专利等的全称。请不要填写学生姓名。' },
  {
    kind: 'choice',
    name: 'level',
    label: '级别',
    options: optionsOf(achievementLevels, achievementLevelNames),
    look: 'list',
  },
  { kind: 'text', name: 'grade', label: '等次', max: 30, optional: true, width: 'half', hint: '例如 一等奖、结题优秀；没有等次的不填。' },
  { kind: 'text', name: 'issuer', label: '授予、立项或出版单位', max: 100 },
  { kind: 'month', name: 'date', label: '时间' },
  {
    kind: 'whole',
    name: 'rank',
    label: '本人排名',
    least: 1,
    most: 50,
    suffix: '',
    optional: true,
    hint: '第一指导教师、主持人、第一作者填 1；没有排名的不填。',
  },
] as const satisfies Section['fields'];

export const achievements: Section = {
  slug: 'achievements',
  title: '业绩成果',
  lead: '每项成果单独填写，并上传证明材料。单位会核实这些材料后盖章。',
  fields: [],
  rows: {
    noun: '业绩成果',
    fields: achievementRow,
    least: () => 0,
    most: 60,
    evidence: {
      isNeeded: true,
      hint: '获奖证书、立项或结题文件、论文首页等。材料中有学生姓名或正脸照片的，请先遮盖再上传：未满十四周岁学生的个人信息属于敏感个人信息。',
    },
    nothing: '没有业绩成果',
    title: (values) => values.title ?? '',
    detail: spoken(achievementRow, ['kind', 'level', 'grade', 'issuer', 'date']),
    printed: {
      title: '业绩成果',
      columns: [
        { label: '序号', width: 8, words: (_, { number }) => String(number) },
        columnOf(achievementRow, 'kind', 18, '类型'),
        columnOf(achievementRow, 'title', 34),
        columnOf(achievementRow, 'level', 12),
        columnOf(achievementRow, 'grade', 12),
        columnOf(achievementRow, 'issuer', 26, '授予、立项或出版单位'),
        columnOf(achievementRow, 'date', 15),
        columnOf(achievementRow, 'rank', 9, '排名'),
        { label: '材料', width: 10, words: (_, { evidence }) => (evidence.length > 0 ? `${evidence.length} 份` : '') },
      ],
      empty: '无',
    },
  },
  sharesPage: false,
};

export const statement: Section = {
  slug: 'statement',
  title: '个人陈述',
  lead: '简要说明您从事科技辅导工作的情况、体会和今后的打算。可以不填。',
  fields: [{ kind: 'area', name: 'statement', label: '个人陈述', max: 1500, optional: true, rows: 12 }],
  sharesPage: false,
};

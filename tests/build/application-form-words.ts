import type { FormWords } from '@/lib/documents/application-form/form-words';

type Changes = Partial<Omit<FormWords, 'cover'>> & { cover?: Partial<FormWords['cover']> };

/** A whole application form of an invented kindergarten teacher. */
export function applicationFormWords(changes: Changes = {}): FormWords {
  const { cover, ...rest } = changes;
  return {
    title: '青少年科技辅导员专业水平认证申报书',
    applicationNumber: 'JS2024-C-000123',
    version: 1,
    isDemonstration: true,
    cover: {
      certification: '江苏省初级科技辅导员专业水平认证',
      cycleName: '2024年度',
      applicantName: '示例·林晓𬱖',
      unitName: '江苏省示例市示例区第二实验幼儿园',
      category: '幼儿园、中小学、职业学校教师',
      filledOn: '2025年2月18日',
      organiser: '江苏省青少年科技教育协会',
      ...cover,
    },
    sections: [identity, work, education, certificates, activities, achievements, training, statement],
    declaration: [
      '本人自愿申报江苏省初级科技辅导员专业水平认证，已认真阅读并理解《关于开展2024年江苏省青少年科技辅导员专业水平认证工作的补充通知》的全部内容。',
      '本人承诺：本申报书所填信息及所附业绩成果材料均真实、准确、完整，无弄虚作假、冒用他人成果等情形；申报级别提交后不更换。',
      '本人知悉：如查实有虚假材料，将取消本次认证资格，所在单位三年内的认证申报资格也将被取消，由此产生的一切后果由本人承担。',
      '本人未委托任何机构或个人代办、代报。',
    ],
    unitStatement:
      '经核查，申请人为本单位人员，所填内容及所附业绩成果材料证实有效，同意申报。如有虚假，本单位愿承担相应责任。',
    associationLabel: '省级协会意见',
    ...rest,
  };
}

/** Every text of the form that a reader of the print must find. */
export function printedTexts(words: FormWords): string[] {
  const { title, applicationNumber, cover, sections, declaration, unitStatement, associationLabel } = words;
  const bodies = sections.flatMap((section) => [section.title, ...bodyTexts(section)]);
  return [
    title,
    applicationNumber,
    ...Object.values(cover),
    ...bodies,
    ...declaration,
    unitStatement,
    associationLabel,
  ];
}

function bodyTexts(section: FormWords['sections'][number]): string[] {
  if (section.kind === 'text') return section.paragraphs;
  if (section.kind === 'fields') return section.fields.flatMap(({ label, value }) => [label, value]);
  const rows = section.rows.length === 0 ? [section.emptyText] : section.rows.flat();
  return [...section.columns.map((column) => column.label), ...rows];
}

const identity: FormWords['sections'][number] = {
  kind: 'fields',
  slug: 'identity',
  title: '基本信息',
  withPhoto: true,
  fields: [
    { label: '姓名', value: '示例·林晓𬱖' },
    { label: '性别', value: '女' },
    { label: '出生年月', value: '1990年6月' },
    { label: '证件类型', value: '居民身份证' },
    { label: '证件号码', value: '320100199006150020' },
    { label: '手机号', value: '19900001234' },
    { label: '电子邮箱', value: 'lin.xiaoting@school.example' },
    { label: '工作单位', value: '江苏省示例市示例区第二实验幼儿园' },
    { label: '统一社会信用代码', value: '12320000MB1234567X' },
    { label: '通讯地址', value: '江苏省示例市示例区示例路 128 号第二实验幼儿园（东校区）科学活动室' },
  ],
};

const work: FormWords['sections'][number] = {
  kind: 'fields',
  slug: 'category',
  title: '申报类别与从业情况',
  withPhoto: false,
  sharesPage: true,
  fields: [
    { label: '申报类别', value: '幼儿园、中小学、职业学校教师' },
    { label: '任教学科', value: '科学启蒙' },
    { label: '职务', value: '教研组长' },
    { label: '职称', value: '一级教师' },
    { label: '从事科技辅导工作起始时间', value: '2016年9月' },
    { label: '连续从事年限', value: '8 年' },
  ],
};

const education: FormWords['sections'][number] = {
  kind: 'table',
  slug: 'education',
  title: '教育与工作经历',
  columns: [
    { label: '起止年月', width: 24 },
    { label: '学校或单位', width: 34 },
    { label: '专业或岗位', width: 26 },
    { label: '学历学位', width: 16 },
  ],
  rows: [
    ['2009.09—2013.06', '示例师范大学教育科学学院', '学前教育', '本科、学士'],
    ['2013.08—2016.08', '示例市示例区中心幼儿园', '班主任', '—'],
    ['2016.09 至今', '江苏省示例市示例区第二实验幼儿园', '科学教研组组长', '—'],
  ],
  emptyText: '无',
};

const certificates: FormWords['sections'][number] = {
  kind: 'table',
  slug: 'certificates',
  title: '已获认证证书',
  sharesPage: true,
  columns: [
    { label: '级别', width: 15 },
    { label: '证书编号', width: 30 },
    { label: '发证机构', width: 35 },
    { label: '发证日期', width: 20 },
  ],
  rows: [],
  emptyText: '未取得过青少年科技辅导员专业水平认证证书',
};

const activities: FormWords['sections'][number] = {
  kind: 'table',
  slug: 'activities',
  title: '组织和指导青少年科技教育活动',
  columns: [
    { label: '活动名称', width: 30 },
    { label: '时间', width: 17 },
    { label: '对象与规模', width: 18 },
    { label: '本人角色', width: 13 },
    { label: '成效', width: 40 },
  ],
  rows: [
    [
      '“小小气象员”科学观察周',
      '2023.03',
      '大班 6 个，186 人',
      '策划与主讲',
      '孩子连续 21 天记录气温、风向和降水，形成班级气象日历 6 册；活动方案被示例区教师发展中心收入资源库。',
    ],
    [
      '亲子水火箭制作与发射',
      '2023.05',
      '中、大班家庭 120 户',
      '总负责人',
      '家长参与率 94.2%，安全零事故，制作说明与视频公开于 https://school.example/kexue/shuihuojian-2023?from=parents 。',
    ],
    ['科技馆研学日', '2023.10', '全园 312 人', '带队教师', '完成展项任务单 900 余份。'],
    [
      '种子的旅行：幼儿园自然角改造',
      '2024.04',
      '全园 12 个班',
      '课题组长',
      '改造自然角 12 处，观察记录 2,400 余条；《幼儿自然观察支架的设计》在示例市年会上交流（大会发言）。',
    ],
  ],
  emptyText: '无',
};

const achievements: FormWords['sections'][number] = {
  kind: 'table',
  slug: 'achievements',
  title: '业绩成果',
  columns: [
    { label: '序号', width: 8 },
    { label: '类别', width: 20 },
    { label: '成果名称', width: 38 },
    { label: '级别', width: 11 },
    { label: '等次', width: 12 },
    { label: '授予单位', width: 30 },
    { label: '时间', width: 14 },
    { label: '本人排名', width: 12 },
  ],
  rows: Array.from({ length: 14 }, (_, index) => [
    String(index + 1),
    ['指导学生竞赛获奖', '本人专业评比获奖', '课题研究', '论文著作'][index % 4] ?? '',
    [
      '第34届示例省青少年科技创新大赛（幼儿科学启蒙组）“会跳舞的盐”',
      '示例市科技教育活动方案评选《影子的秘密》',
      '基于真实情境的幼儿工程启蒙实践研究（编号 SL2022-C-118）',
      '《STEAM 理念下的园本科学课程》，示例教育，2023 年第 5 期，38—42 页',
    ][index % 4] ?? '',
    ['省级', '市级', '市级', '国家级'][index % 4] ?? '',
    ['一等奖', '二等奖', '结题', '—'][index % 4] ?? '',
    ['示例省科学技术协会、示例省教育厅', '示例市科学技术协会', '示例市教育科学规划办', '示例教育杂志社'][index % 4] ??
      '',
    `${2015 + (index % 9)}.0${1 + (index % 9)}`,
    ['第一', '独立', '主持', '第一作者'][index % 4] ?? '',
  ]),
  emptyText: '未填写业绩成果',
};

const training: FormWords['sections'][number] = {
  kind: 'table',
  slug: 'training',
  title: '参加培训',
  columns: [
    { label: '培训名称', width: 40 },
    { label: '主办单位', width: 30 },
    { label: '学时', width: 10 },
    { label: '时间', width: 20 },
  ],
  rows: [
    ['青少年科技辅导员专业能力提升班', '江苏省青少年科技教育协会', '48', '2023.07'],
    ['幼儿科学教育骨干教师研修', '示例市教师发展中心', '120', '2022.09—2023.01'],
  ],
  emptyText: '无',
};

const statement: FormWords['sections'][number] = {
  kind: 'text',
  slug: 'statement',
  title: '个人陈述',
  paragraphs: [
    '从教十一年来，我一直相信：三到六岁的孩子不缺好奇心，缺的是能等一等他们的大人。2016年起，我担任园科学教研组组长，带领12位教师把“做中学”落到每天的自然角、沙水区和建构区，逐步形成“看见—追问—再试一次”的园本活动流程。',
    '我主持的市级课题“基于真实情境的幼儿工程启蒙实践研究”（编号 SL2022-C-118）历时两年，积累案例63个，其中《会跳舞的盐》《影子的秘密》等在省、市评选中获奖；相关做法在《示例教育》2023年第5期发表，并被9所幼儿园借鉴。',
    '今后，我愿继续做好科普志愿服务，把更多可以在家里完成的小实验（材料不超过10元、时间不超过15分钟）介绍给家长，让科学启蒙不因条件而缺席。',
  ],
};

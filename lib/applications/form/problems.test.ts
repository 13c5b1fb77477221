import { describe, expect, test } from 'vitest';
import { adviceOn } from './advice';
import { readAnswers } from './answers';
import type { FormMaterial } from './material';
import { problemsOf } from './problems';
import type { SectionSlug } from './section-slugs';

const rowId = (serial: number) => `00000000-0000-4000-8000-00000000000${serial}`;

interface Given {
  values?: Record<string, string>;
  rows?: Record<string, string>[];
  hasNothing?: boolean;
}

/** A form of which only these sections have been answered. */
function material(given: Partial<Record<SectionSlug, Given>>, changes: Partial<FormMaterial> = {}): FormMaterial {
  const stored = Object.entries(given).map(([slug, { values = {}, rows = [], hasNothing = false }]) => ({
    slug,
    answers: {
      revision: 1,
      values,
      hasNothing,
      rows: rows.map((row, index) => ({ id: rowId(index + 1), revision: 1, values: row })),
    },
  }));
  return {
    application: { number: 'JS24C00000001', isDemonstration: false },
    certification: '江苏省初级科技辅导员专业水平认证',
    cycle: { name: '2024年认证', provinceCode: '32', organiser: '示例协会', declaration: [], unitAttestation: '' },
    person: { name: '陆示例', sex: 'FEMALE', birthday: '1990-06-15', documentKindName: '居民身份证', documentNumber: '', phone: '' },
    photoFileId: null,
    unit: null,
    heldCertificates: [],
    answers: readAnswers(stored),
    evidence: {},
    today: '2025-02-10',
    ...changes,
  };
}

const sentencesOf = (form: FormMaterial, section: SectionSlug): string[] =>
  problemsOf(form)
    .filter((problem) => problem.section === section)
    .map(({ sentence }) => sentence);

const award = { kind: 'PUBLICATION', title: '论文', level: 'CITY', issuer: '示例杂志社', date: '2023-08' };
const school = { id: 'u', name: '示例中学', creditCode: '', regionCode: '320100', isRejected: false, barredBecause: null };

describe('what is checked before it costs a way to the office', () => {
  test('a missing photo', () => {
    expect(sentencesOf(material({}), 'identity')).toEqual(['请上传证件照。']);
    expect(sentencesOf(material({}, { photoFileId: 'p' }), 'identity')).toEqual([]);
  });

  test('an account without sex or birthday', () => {
    const person = { ...material({}).person, sex: null };
    expect(sentencesOf(material({}, { person, photoFileId: 'p' }), 'identity')[0]).toContain('缺少性别或出生日期');
  });

  test('evidence that is missing, or did not pass', () => {
    const form = { achievements: { rows: [award] } };
    expect(sentencesOf(material(form), 'achievements')).toEqual(['请上传这项成果的证明材料。']);
    const evidence = { [rowId(1)]: [{ id: 'f', name: '证书.pdf', sha256: '', isClean: false }] };
    expect(sentencesOf(material(form, { evidence }), 'achievements')[0]).toContain('“证书.pdf”没有通过检查');
  });

  test('training needs no evidence', () => {
    const rows = [{ title: '提升班', organiser: '示例协会', hours: '48', finishedOn: '2023-07' }];
    expect(sentencesOf(material({ training: { rows } }), 'training')).toEqual([]);
  });

  test('dates in the future or in the wrong order', () => {
    const rows = [{ from: '2025-03', to: '2024-01', unit: '示例中学', post: '教师' }];
    const form = material({ category: { values: { category: 'PRIMARY_SCHOOL_TEACHER' } }, work: { values: { counselorSince: '2030-01' }, rows } });
    expect(sentencesOf(form, 'work')).toEqual([
      '从事科技辅导工作起始时间不能晚于本月。',
      '开始时间不能晚于本月。',
      '结束时间不能早于开始时间。',
    ]);
  });

  test('the same thing entered twice, whatever the spaces', () => {
    const form = { achievements: { rows: [award, { ...award, title: ' 论 文 ' }] } };
    expect(sentencesOf(material(form), 'achievements')).toContain('“ 论 文 ”重复填写，请删除其中一项。');
  });

  test('rows and "none" at once', () => {
    const form = { certificates: { rows: [{}], hasNothing: true } };
    expect(sentencesOf(material(form), 'certificates')[0]).toContain('请取消勾选或删除');
  });

  test('nothing said at all', () => {
    expect(sentencesOf(material({}), 'training')).toEqual(['请至少添加一项培训经历，或勾选“没有参加过培训”。']);
    expect(sentencesOf(material({ training: { hasNothing: true } }), 'training')).toEqual([]);
  });

  test('a teacher without activities, but not a student', () => {
    const activities = { hasNothing: true };
    const of = (category: string) => sentencesOf(material({ category: { values: { category } }, activities }), 'activities');
    expect(of('KINDERGARTEN_TEACHER')).toEqual(['请至少添加一项活动。']);
    expect(of('STUDENT')).toEqual([]);
  });

  test('a unit of another province, or one that was not verified', () => {
    const elsewhere = { ...school, regionCode: '330100' };
    expect(sentencesOf(material({ unit: { values: { unitId: 'u' } } }, { unit: elsewhere }), 'unit')).toEqual([
      '“示例中学”不在江苏省，请向单位所在省份申报。',
    ]);
    expect(sentencesOf(material({ unit: { values: { unitId: 'u' } } }, { unit: { ...school, isRejected: true } }), 'unit')).toEqual([
      '“示例中学”未通过核实，请改选正确的单位。',
    ]);
  });

  test('too many words, counted as people count', () => {
    const form = { statement: { values: { statement: '𠮷'.repeat(1501) } } };
    expect(sentencesOf(material(form), 'statement')).toEqual(['个人陈述最多 1500 个字，现在有 1501 个字，请删减 1 个字。']);
  });

  test('questions for students are asked of students only', () => {
    const of = (category: string) => sentencesOf(material({ category: { values: { category } } }), 'category');
    expect(of('')).toEqual(['请选择申报类别。']);
    expect(of('STUDENT')).toEqual(['请填写就读专业。', '请选择就读专业是否与科学教育相关。', '请选择就读阶段。', '请填写年级。']);
    expect(of('SCIENCE_MUSEUM')).toEqual(['请填写任教学科或岗位。']);
  });
});

describe('advice that keeps nobody from submitting', () => {
  test('the employer in the work history is called otherwise than the unit', () => {
    const work = { rows: [{ from: '2012-08', to: '', unit: '示例一中', post: '教师' }] };
    expect(adviceOn(material({ work }, { unit: school })).map(({ sentence }) => sentence)[0]).toContain('“示例一中”，与所在单位“示例中学”的名称不同');
  });

  test('no achievements, and a start before sixteen', () => {
    const sections = adviceOn(
      material({ achievements: { hasNothing: true }, work: { values: { counselorSince: '2001-09' } } }),
    ).map(({ section }) => section);
    expect(sections).toEqual(['achievements', 'work']);
  });
});

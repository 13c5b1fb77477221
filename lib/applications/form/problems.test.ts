import { describe, expect, test } from 'vitest';
import { award, goodPage, material, rowId, school } from '@/tests/build/form-material';
import type { FormMaterial } from './material';
import { problemsOf } from './problems';
import type { SectionSlug } from './section-slugs';

const sentencesOf = (form: FormMaterial, section: SectionSlug): string[] =>
  problemsOf(form)
    .filter((problem) => problem.section === section)
    .map(({ sentence }) => sentence);

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
    const evidence = { [rowId(1)]: [{ id: 'f', name: '证书.pdf', sha256: '', isClean: false, pages: [] }] };
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
    expect(sentencesOf(material({ unit: { values: { unitId: 'u' } } }, { unit: { ...school, isRejected: true, isApproved: false } }), 'unit')).toEqual([
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

  test('a photo that shows nothing', () => {
    expect(sentencesOf(material({}, { photoFileId: 'p', photo: { ...goodPage, spread: 3 } }), 'identity')[0]).toContain('几乎是空白');
    expect(sentencesOf(material({}, { photoFileId: 'p', photo: goodPage }), 'identity')).toEqual([]);
  });

  test('dates before the person was born, in rows and in questions', () => {
    const certificate = { level: 'PRIMARY', number: 'T1', issuer: '示例协会', issuedOn: '1990-06-14' };
    const form = material({ achievements: { rows: [{ ...award, date: '1990-05' }] }, certificates: { rows: [certificate] } });
    expect(sentencesOf(form, 'achievements')).toContain('时间早于您的出生日期（1990年6月15日），请改正。');
    expect(sentencesOf(form, 'certificates')).toEqual(['发证日期早于您的出生日期（1990年6月15日），请改正。']);
    const sameMonth = material({ certificates: { rows: [{ ...certificate, issuedOn: '1990-06-15' }] } });
    expect(sentencesOf(sameMonth, 'certificates')).toEqual([]);
  });

  test('each under the check to which a reason for returning may be bound', () => {
    const form = material({
      achievements: { rows: [{ ...award, date: '2026-01' }, { ...award, date: '' }] },
      work: { rows: [{ from: '2025-02', to: '2024-01', unit: '示例中学', post: '教师' }] },
    });
    const codes = (section: SectionSlug) => problemsOf(form).filter((problem) => problem.section === section).map(({ code }) => code);
    expect(codes('achievements')).toEqual(['form.dates', 'evidence.present', 'form.complete', 'evidence.present']);
    expect(codes('work')).toContain('form.dates');
    expect(codes('identity')).toEqual(['photo.fit']);
  });
});

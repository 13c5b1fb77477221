import { describe, expect, test } from 'vitest';
import { award, goodPage, material, rowId, school } from '@/tests/build/form-material';
import { adviceOn } from './advice';
import type { EvidenceFile, FormMaterial } from './material';

const sentencesOf = (form: FormMaterial, code: string): string[] =>
  adviceOn(form)
    .filter((finding) => finding.code === code)
    .map(({ sentence }) => sentence);

const withPhoto = (changes: Partial<typeof goodPage>) => material({}, { photoFileId: 'p', photo: { ...goodPage, ...changes } });

describe('what a reviewer would return the photo for', () => {
  test('nothing, where it is as it should be, or where nobody looked', () => {
    expect(sentencesOf(withPhoto({}), 'photo.fit')).toEqual([]);
    expect(sentencesOf(material({}, { photoFileId: 'p' }), 'photo.fit')).toEqual([]);
  });

  test.each([
    ['a wide picture of which the sides were cut off', { width: 1600, height: 1000 }, '比例'],
    ['a dark face', { centre: 40 }, '偏暗'],
    ['a face washed out by light', { centre: 240 }, '过亮'],
    ['a blurred face', { sharpness: 0.03 }, '模糊'],
    ['a curtain behind the person', { frame: { grey: 170, spread: 67 } }, '背景'],
  ])('%s', (_, changes, word) => {
    const sentences = sentencesOf(withPhoto(changes), 'photo.fit');
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(word);
  });
});

const proof = (changes: Partial<EvidenceFile> = {}): EvidenceFile => ({
  id: 'f',
  name: '证书.pdf',
  sha256: 'a',
  isClean: true,
  pages: [goodPage],
  ...changes,
});
const other = { ...award, title: '另一篇论文', date: '2022-01' };
const proven = (...files: EvidenceFile[]) =>
  material(
    { achievements: { rows: files.map((_, at) => (at === 0 ? award : { ...other, title: `第 ${at} 篇` })) } },
    { evidence: Object.fromEntries(files.map((file, at) => [rowId(at + 1), [file]])) },
  );

describe('what a reviewer would return a proof for', () => {
  test('nothing, where it can be read', () => {
    expect(adviceOn(proven(proof()))).toEqual([]);
  });

  test('blank pages, by their numbers', () => {
    const blank = { ...goodPage, spread: 1, ink: 0 };
    expect(sentencesOf(proven(proof({ pages: [goodPage, blank, null, blank] })), 'evidence.readable')).toEqual([
      '“证书.pdf”第 2、4 页几乎是空白的，请核对是否传错了文件。',
    ]);
  });

  test('too few pixels, or a blur; a small PDF page has no pixels', () => {
    expect(sentencesOf(proven(proof({ pages: [{ ...goodPage, width: 400, height: 300 }] })), 'evidence.readable')[0]).toContain('像素太低');
    expect(sentencesOf(proven(proof({ pages: [{ ...goodPage, sharpness: 0.02 }] })), 'evidence.readable')[0]).toContain('模糊');
    expect(sentencesOf(proven(proof({ pages: [{ ...goodPage, width: 400, height: 300, isPicture: false }] })), 'evidence.readable')).toEqual([]);
  });

  test('one file for two achievements, said at the second', () => {
    const [advice, ...rest] = adviceOn(proven(proof(), proof({ id: 'g' })));
    expect(rest).toEqual([]);
    expect(advice).toMatchObject({ code: 'evidence.repeated', section: 'achievements', rowId: rowId(2), field: 'evidence' });
    expect(adviceOn(proven(proof(), proof({ id: 'g', sha256: 'b' })))).toEqual([]);
  });
});

describe('names that differ', () => {
  const told = (isNamed: boolean | null) => ({ ...goodPage, isPicture: false, isNamed });

  test('a text without the name, unless another page has it or nobody looked', () => {
    expect(sentencesOf(proven(proof({ pages: [told(false), told(null)] })), 'form.names')[0]).toContain('没有您的姓名“陆示例”');
    for (const pages of [[told(false), told(true)], [told(null)], [told(false), null], []]) {
      expect(sentencesOf(proven(proof({ pages })), 'form.names')).toEqual([]);
    }
  });

  test('a certificate of this system made out to another name, whatever the spaces and dots', () => {
    const held = (holderName: string) =>
      material({}, {
        heldCertificates: [
          { number: 'T1', holderName, level: 'PRIMARY', associationId: 'jiangsu', issuerName: '示例协会', issuedOn: '2023-01-01', isValid: true },
        ],
      });
    expect(sentencesOf(held('陆 示例'), 'form.names')).toEqual([]);
    expect(sentencesOf(held('陆示范'), 'form.names')[0]).toContain('持证人是“陆示范”');
  });
});

describe('dates that a reviewer would ask about', () => {
  const job = (from: string, to: string, unit: string) => ({ from, to, unit, post: '教师' });
  const work = (...rows: Record<string, string>[]) => material({ work: { rows } });

  test('two posts at once in different units, but no hand-over and no second post in the same unit', () => {
    const [first] = sentencesOf(work(job('2012-08', '2018-08', '示例一中'), job('2016-09', '', '示例二中')), 'form.dates');
    expect(first).toBe('“示例一中”（2012.08—2018.08）与“示例二中”（2016.09 至今）的时间重叠，请核对起止时间。');
    expect(sentencesOf(work(job('2012-08', '2016-09', '示例一中'), job('2016-08', '', '示例二中')), 'form.dates')).toEqual([]);
    expect(sentencesOf(work(job('2012-08', '', '示例一中'), job('2016-08', '', '示例一中')), 'form.dates')).toEqual([]);
  });

  test('school or work at an age at which they are rare', () => {
    const school = { education: 'BACHELOR', school: '示例师范大学', graduatedOn: '2004-06' };
    expect(sentencesOf(material({ education: { rows: [school] } }), 'form.dates')).toEqual(['“示例师范大学”的毕业时间早于 15 周岁，请核对。']);
    expect(sentencesOf(work(job('2006-05', '', '示例一中')), 'form.dates')).toEqual(['在“示例一中”开始工作的时间早于 16 周岁，请核对。']);
    expect(sentencesOf(work(job('2006-06', '', '示例一中')), 'form.dates')).toEqual([]);
    expect(sentencesOf(material({ work: { values: { counselorSince: '2001-09' } } }), 'form.dates')[0]).toContain('16 周岁');
  });
});

describe('answers that do not fit each other', () => {
  test('the employer in the work history is called otherwise than the unit', () => {
    const work = { rows: [{ from: '2012-08', to: '', unit: '示例一中', post: '教师' }] };
    expect(sentencesOf(material({ work }, { unit: school }), 'form.consistent')[0]).toContain('“示例一中”，与所在单位“示例中学”的名称不同');
  });

  test('a highest education that is not listed, or not completed', () => {
    const education = (values: Record<string, string>) =>
      material({ education: { values: { highestEducation: 'MASTER' }, rows: [{ school: '示例师范大学', ...values }] } });
    expect(sentencesOf(education({ education: 'BACHELOR', graduatedOn: '2012-06' }), 'form.consistent')[0]).toContain('教育经历里没有这一学历');
    expect(sentencesOf(education({ education: 'MASTER', graduatedOn: '2026-06' }), 'form.consistent')[0]).toContain('毕业时间还没有到');
    expect(sentencesOf(education({ education: 'MASTER', graduatedOn: '2015-06' }), 'form.consistent')).toEqual([]);
  });

  test('no achievements at all', () => {
    expect(sentencesOf(material({ achievements: { hasNothing: true } }), 'form.consistent')[0]).toContain('没有填写业绩成果');
  });
});

describe('one achievement entered twice', () => {
  const entered = (...rows: Record<string, string>[]) => sentencesOf(material({ achievements: { rows } }), 'form.repeated');
  const prize = { ...award, title: '示例省青少年科技创新大赛优秀科技辅导员', issuer: '示例省科协' };

  test('with another spelling or another issuer', () => {
    expect(entered(prize, { ...prize, title: '示例省 青少年科技创新大赛“优秀科技辅导员”' })[0]).toContain('很可能是同一项成果');
    expect(entered(prize, { ...prize, issuer: '示例省科学技术协会' })).toHaveLength(1);
    expect(entered(prize, { ...prize, title: '示例省青少年科技创新大赛优秀科技辅导员奖' })).toHaveLength(1);
  });

  test('but not the same prize of another year, or of other pupils', () => {
    expect(entered(prize, { ...prize, date: '2022-08' })).toEqual([]);
    expect(entered({ ...prize, title: '示例省科技创新大赛“会跳舞的盐”' }, { ...prize, title: '示例省科技创新大赛“磁悬浮小车”' })).toEqual([]);
  });
});

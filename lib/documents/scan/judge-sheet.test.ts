import { describe, expect, it } from 'vitest';
import type { SheetExamination } from './examination';
import { judgeSignatures, type SealSignature } from '@/lib/files/electronic-seals/schema';
import { judgeSheet, lampOf } from './judge-sheet';

const fine: SheetExamination = {
  turn: 0,
  located: { found: true, errorPoints: 0.4 },
  quality: { dpi: 150, tone: 'colour', kind: 'flat_scan', isBlurred: false, showsPaper: true },
  seal: { verdict: 'present', isElsewhere: false, crop: 'seal' },
  pens: [
    { place: 'unitSignature', verdict: 'present', crop: 'unit-signature' },
    { place: 'unitDate', verdict: 'present', crop: 'unit-date' },
  ],
  print: { verdict: 'unchanged', places: [], covered: [], crop: null },
};

const good: SealSignature = {
  ...{ field: 5, role: 'signature', signerName: '示例中学', organisation: '示例中学', issuer: '演示中级证书', creditCode: null },
  ...{ signedAt: null, rangeSound: true, digestValid: true, signatureValid: true, strength: 'good', algorithm: null },
  ...{ chain: 'trusted', anchor: '演示根证书', certificateSha256: null, coversWholeFile: true, changedAfter: 'none' },
  revocation: 'not_checked',
};

function sealedBy(signer: Partial<SealSignature>) {
  const signatures = [{ ...good, ...signer }];
  const unit = { name: '示例中学', formerNames: ['示例县中学'], creditCode: '91350100M000100Y43' };
  return { signatures: { checkedAt: '2025-02-10T02:00:00.000Z', verdict: judgeSignatures(signatures), signatures }, unit };
}

const judged = (change: Partial<SheetExamination>) => {
  const findings = judgeSheet({ ...fine, ...change });
  return { lamp: lampOf(findings), findings };
};
const worst = (change: Partial<SheetExamination>) => {
  const { lamp, findings } = judged(change);
  return findings.find((finding) => finding.lamp === lamp);
};

describe('a sheet', () => {
  it('with its seal, signature, date and print is green', () => {
    expect(judged({}).lamp).toBe('GREEN');
  });

  it('without a seal or with a weak one is amber and shows the place', () => {
    const sentences = (['absent', 'unsure', 'unknown'] as const).map((verdict) => worst({ seal: { verdict, isElsewhere: false, crop: 'seal' } }));
    for (const finding of sentences) expect(finding).toMatchObject({ kind: 'seal', lamp: 'AMBER', crop: 'seal' });
    expect(sentences.map((finding) => finding?.sentence)).toEqual([
      '盖章处没有看到公章；如果还没有盖，请盖章后重新上传这一页。',
      '印章不够清楚，请核对是不是完整的单位公章，或由工作人员判断。',
      '看不出印章，请用彩色重新扫描，或由工作人员判断。',
    ]);
  });

  it('that was not found on its picture is not asked for in colour', () => {
    const seal = { verdict: 'unknown' as const, isElsewhere: false, crop: 'sheet' };
    const { findings } = judged({ located: { found: false, errorPoints: null }, seal });
    const said = findings.find(({ kind }) => kind === 'seal');
    expect(said).toMatchObject({ lamp: 'AMBER', sentence: '没有找到盖章处，看不出印章；请把整页拍进画面，或由工作人员判断。' });
  });

  it('with a seal outside its place is amber and shows where it stands', () => {
    const finding = worst({ seal: { verdict: 'present', isElsewhere: true, crop: 'seal' } });
    expect(finding).toMatchObject({ kind: 'seal', lamp: 'AMBER', sentence: expect.stringContaining('页面别处有一枚印章'), crop: 'seal' });
  });

  it('is never red for its seal, its signatures or its print, whatever was seen', () => {
    for (const verdict of ['present', 'unsure', 'absent', 'unknown'] as const) {
      for (const printed of ['unchanged', 'changed', 'not_compared'] as const) {
        const { lamp } = judged({
          seal: { verdict, isElsewhere: verdict === 'present', crop: 'seal' },
          pens: [{ place: 'applicantSignature', verdict, crop: 'applicant-signature' }],
          print: { verdict: printed, places: [], covered: [], crop: 'print' },
        });
        expect(lamp).not.toBe('RED');
      }
    }
  });

  it('without a signature or a date says whose is missing', () => {
    expect(worst({ pens: [{ place: 'applicantSignature', verdict: 'absent', crop: 'a' }] })).toMatchObject({
      kind: 'signature',
      sentence: '没有看到申请人签字；如果还没有写，请写好后重新上传这一页。',
    });
    expect(worst({ pens: [{ place: 'unitDate', verdict: 'unknown', crop: 'a' }] })).toMatchObject({
      kind: 'date',
      sentence: '看不清单位签字日期，请核对，或由工作人员判断。',
    });
  });

  it('whose print was changed shows where; one that was not compared is never called good', () => {
    expect(worst({ print: { verdict: 'changed', places: [], covered: [], crop: 'print' } })).toMatchObject({ kind: 'print', lamp: 'AMBER', crop: 'print' });
    const { lamp, findings } = judged({ print: { verdict: 'not_compared', places: [], covered: [], crop: null } });
    expect(lamp).toBe('GREY');
    expect(findings.find(({ kind }) => kind === 'print')).toMatchObject({ lamp: 'GREY', sentence: expect.stringContaining('未比对') });
    const lost = judged({ located: { found: false, errorPoints: null }, print: { verdict: 'not_compared', places: [], covered: [], crop: null } });
    expect(lost.findings.find(({ kind }) => kind === 'print')).toMatchObject({ lamp: 'GREY', sentence: expect.stringContaining('四角') });
  });

  it('of which a seal covers some print says so and shows where', () => {
    const covered = [{ x: 300, y: 400, width: 20, height: 10 }];
    const { lamp, findings } = judged({ print: { verdict: 'unchanged', places: [], covered, crop: 'print' } });
    expect(lamp).toBe('GREY');
    expect(findings.at(-1)).toMatchObject({ kind: 'print', lamp: 'GREY', sentence: expect.stringContaining('印章盖住了'), crop: 'print' });
  });

  it('that was never on paper is red and nothing else is said of it', () => {
    const findings = judgeSheet({ ...fine, quality: { ...fine.quality, kind: 'born_digital' }, seal: null });
    expect(findings).toMatchObject([{ kind: 'original', lamp: 'RED', sentence: expect.stringContaining('请打印、签字、盖章') }]);
  });

  it('on which no paper was seen is amber whatever stands on it, and is handed in all the same', () => {
    const { lamp, findings } = judged({ quality: { ...fine.quality, showsPaper: false } });
    expect(lamp).toBe('AMBER');
    expect(findings[0]).toMatchObject({ kind: 'original', lamp: 'AMBER', sentence: expect.stringContaining('看不出是不是纸质原件的扫描件') });
    expect(findings.find(({ kind }) => kind === 'seal')).toMatchObject({ lamp: 'GREEN' });
  });

  it('that was sealed electronically is judged by whose seal it is, and neither signature nor date is called seen', () => {
    const digital = { ...fine, quality: { ...fine.quality, showsPaper: false } };
    const findings = judgeSheet(digital, sealedBy({ signerName: '示例中学' }));
    expect(findings.map(({ kind, lamp }) => [kind, lamp])).toEqual([
      ['seal', 'GREY'],
      ['signature', 'GREY'],
      ['date', 'GREY'],
      ['print', 'GREEN'],
    ]);
    expect(findings[0]?.sentence).toContain('没有查询证书是否已被吊销');
    expect(lampOf(judgeSheet({ ...digital, seal: null, pens: [] }, sealedBy({})))).toBe('GREEN');
    const altered = judgeSheet({ ...digital, print: { verdict: 'changed', places: [], covered: [], crop: 'print' } }, sealedBy({}));
    expect(altered.at(-1)).toMatchObject({ kind: 'print', lamp: 'AMBER' });
  });

  it.each([
    ['another unit', { signerName: '别的学校', organisation: '别的学校', creditCode: '91350100M000100Y44' }, '“别的学校”'],
    ['a person of the unit', { signerName: '王示例', organisation: '示例中学' }, '“王示例”（证书上的单位：示例中学）'],
    ['one of the same name with another code', { signerName: '示例中学', creditCode: '91350100M000100Y44' }, '“示例中学”'],
  ])('that bears the seal of %s names the signer and the unit that was expected', (_, signer, named) => {
    const [finding] = judgeSheet({ ...fine, quality: { ...fine.quality, showsPaper: false } }, sealedBy(signer));
    expect(finding).toMatchObject({ kind: 'seal', lamp: 'AMBER', sentence: expect.stringContaining(named) });
    expect(finding?.sentence).toContain('没有“示例中学”的单位电子签章');
  });

  it('that bears the seal under a former name of the unit bears the unit’s', () => {
    const [finding] = judgeSheet({ ...fine, quality: { ...fine.quality, showsPaper: false } }, sealedBy({ signerName: '示例县 中学' }));
    expect(finding).toMatchObject({ lamp: 'GREY' });
  });

  it('whose electronic seal is not valid is amber, and never red', () => {
    const digital = { ...fine, quality: { ...fine.quality, showsPaper: false } };
    const invalid = judgeSheet(digital, sealedBy({ changedAfter: 'forbidden' }));
    expect(invalid[0]).toMatchObject({ lamp: 'AMBER', sentence: expect.stringContaining('电子签章无效') });
    const unknown = judgeSheet(digital, sealedBy({ chain: 'untrusted' }));
    expect(unknown[0]).toMatchObject({ lamp: 'AMBER', sentence: expect.stringContaining('不能自动判断') });
    expect([lampOf(invalid), lampOf(unknown)]).toEqual(['AMBER', 'AMBER']);
  });

  it('that is blurred, too coarse or cut off asks for a better picture', () => {
    const quality = { ...fine.quality };
    expect(worst({ quality: { ...quality, isBlurred: true } })?.sentence).toContain('不够清晰');
    expect(worst({ quality: { ...quality, dpi: 60 } })?.sentence).toContain('分辨率太低');
    expect(worst({ located: { found: false, errorPoints: null } })?.sentence).toContain('四角');
  });
});

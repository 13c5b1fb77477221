import type { InkVerdict, PenPlace, SheetExamination } from './examination';
import { type ElectronicSeal, electronicFindings } from './judge-electronic-seal';
import { type Finding, type FindingKind, type Lamp, lamps } from './finding';

/** What the examination of a sheet means for people. Seal, signature and print are theirs to decide: never red. */
export function judgeSheet(examination: SheetExamination, electronicSeal: ElectronicSeal | null = null): Finding[] {
  const { quality } = examination;
  const isDigital = quality.kind === 'born_digital';
  if (electronicSeal && (isDigital || !quality.showsPaper)) {
    return [...electronicFindings(examination, electronicSeal), ...printFindings(examination)];
  }
  if (isDigital) return [noOriginal];
  return [
    ...(quality.showsPaper ? [] : [noPaperSeen]),
    ...qualityFindings(examination),
    ...sealFindings(examination),
    ...examination.pens.map(({ place, verdict, crop }) => penFinding({ place, verdict, crop })),
    ...printFindings(examination),
  ];
}

/** For a sheet that the machine could not look at. */
export const notExamined: Finding = {
  kind: 'examination',
  lamp: 'AMBER',
  sentence: '这一页没能自动检查，由工作人员查看。',
  crop: null,
};

const noOriginal: Finding = {
  kind: 'original',
  lamp: 'RED',
  sentence: '这是没有打印过的电子文件，请打印、签字、盖章，再扫描或拍照上传。',
  crop: null,
};

/** Apps that clean scans wipe the paper's grain away: it may be one of theirs, or a picture with a seal pasted on. */
const noPaperSeen: Finding = {
  kind: 'original',
  lamp: 'AMBER',
  sentence: '看不出是不是纸质原件的扫描件：纸面像是被清理过，或是直接生成的图片。请改用不做处理的扫描或照片，或由协会人员看原件。',
  crop: null,
};

/** A sheet is as bad as the worst that was found. */
export const lampOf = (findings: readonly Finding[]): Lamp =>
  findings.reduce<Lamp>((worst, { lamp }) => (lamps.indexOf(lamp) > lamps.indexOf(worst) ? lamp : worst), 'GREEN');

const found = (kind: FindingKind, lamp: Lamp, sentence: string, crop: string | null = null): Finding => ({ kind, lamp, sentence, crop });

const fewestDpi = 90;

function qualityFindings({ located, quality }: SheetExamination): Finding[] {
  if (!located.found) return [found('quality', 'AMBER', '没有拍到页面四角的黑色方块，没有逐项检查；请把整页拍进画面，或由工作人员查看。')];
  if (quality.isBlurred) return [found('quality', 'AMBER', '这一页不够清晰，请在光线充足处拿稳重拍，或由工作人员查看。')];
  if (quality.dpi < fewestDpi) return [found('quality', 'AMBER', '这一页的分辨率太低，请离近一些重拍，或用 150 dpi 以上扫描。')];
  return [];
}

function sealFindings({ seal, located }: SheetExamination): Finding[] {
  if (!seal) return [];
  const { verdict, isElsewhere, crop } = seal;
  if (isElsewhere) return [found('seal', 'AMBER', '盖章处没有看到清楚的公章，页面别处有一枚印章，请核对。', crop)];
  if (verdict === 'present') return [found('seal', 'GREEN', '盖章处有红色圆形印章。', crop)];
  const isBlind = verdict === 'unknown' && !located.found;
  return [found('seal', 'AMBER', isBlind ? sealNotSought : sealSentences[verdict], crop)];
}

/** Where the page was not found, its colours are not at fault. */
const sealNotSought = '没有找到盖章处，看不出印章；请把整页拍进画面，或由工作人员判断。';

const sealSentences: Record<Exclude<InkVerdict, 'present'>, string> = {
  unsure: '印章不够清楚，请核对是不是完整的单位公章，或由工作人员判断。',
  absent: '盖章处没有看到公章；如果还没有盖，请盖章后重新上传这一页。',
  unknown: '看不出印章，请用彩色重新扫描，或由工作人员判断。',
};

const penNames: Record<PenPlace, { kind: FindingKind; name: string }> = {
  applicantSignature: { kind: 'signature', name: '申请人签字' },
  applicantDate: { kind: 'date', name: '申请人签字日期' },
  unitSignature: { kind: 'signature', name: '单位负责人签字' },
  unitDate: { kind: 'date', name: '单位签字日期' },
};

function penFinding({ place, verdict, crop }: { place: PenPlace; verdict: InkVerdict; crop: string }): Finding {
  const { kind, name } = penNames[place];
  if (verdict === 'present') return found(kind, 'GREEN', `有${name}。`, crop);
  if (verdict === 'absent') return found(kind, 'AMBER', `没有看到${name}；如果还没有写，请写好后重新上传这一页。`, crop);
  return found(kind, 'AMBER', `看不清${name}，请核对，或由工作人员判断。`, crop);
}

function printFindings({ print, located }: SheetExamination): Finding[] {
  if (print.verdict === 'changed') return [found('print', 'AMBER', '有的地方与系统生成的申报书不一样，请核对图中标出的位置。', print.crop)];
  if (print.verdict === 'unchanged' && print.covered.length > 0) {
    return [found('print', 'GREY', '印章盖住了一些打印的字，盖住的没有比对，请核对图中标出的位置。', print.crop)];
  }
  if (print.verdict === 'unchanged') return [found('print', 'GREEN', '打印内容与系统生成的一致。')];
  const because = located.found ? '画质不足以逐字比对' : '没有找到页面四角的黑色方块';
  return [found('print', 'GREY', `打印内容未比对：${because}，由工作人员查看。`)];
}

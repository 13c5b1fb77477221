import QRCode from 'qrcode';
import { chineseNumber } from '@/lib/documents/application-form/chinese-number';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { readableCode } from '@/lib/documents/application-form/page-code';

export type Peer = { words: FormWords; codes: string[]; photo: Uint8Array };

/** The same form as a page that a browser prints: every word, both codes of every sheet, the photo, the same look. */
export async function formHtml({ words, codes, photo }: Peer): Promise<string> {
  const pictures = await Promise.all(
    codes.map((code) => QRCode.toString(code, { type: 'svg', errorCorrectionLevel: 'Q', margin: 0 })),
  );
  const photoUrl = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
  const sheets = [coverSheet(words), ...sectionSheets(words, photoUrl), declarationSheet(words), opinionsSheet(words)];
  const framed = sheets.map((sheet, index) => {
    const code = codes[index] ?? '';
    const place = `第 ${words.version} 版　第 ${index + 1} 页，共 ${codes.length} 页`;
    return frame(words, { ...sheet, code, place, picture: pictures[index] ?? '' });
  });
  return `<!doctype html><html lang="zh-CN"><title>${words.title}</title><style>${STYLE}</style>${framed.join('')}</html>`;
}

type Sheet = { label: string; html: string };

const STYLE = `
@page { size: A4; margin: 0 }
body { margin: 0; font: 10.5pt/1.55 'Noto Serif SC'; font-variant-numeric: tabular-nums }
.sheet { position: relative; break-after: page; min-height: 296.5mm; padding: 42mm 20mm 40mm; box-sizing: border-box }
.head, .foot { position: absolute; left: 20mm; right: 20mm; display: grid; gap: 12pt; align-items: start }
.head { top: 30pt; grid-template-columns: 1fr auto 24mm } .foot { bottom: 30pt; grid-template-columns: 24mm 1fr auto }
.head .names { align-self: end; border-bottom: .8pt solid; font-size: 9pt } .names b { font-size: 11pt }
.foot .label { text-align: right; font-size: 9pt; border-top: .5pt solid } .void { font-size: 15pt; display: block }
.letters { font-size: 7.5pt; line-height: 12.5pt } .head .letters { text-align: right } svg { width: 24mm; height: 24mm }
.square { position: absolute; width: 9pt; height: 9pt; background: #000 }
h1 { font-size: 28pt; text-align: center; border-bottom: 3pt double; margin: 90pt 0 24pt; white-space: nowrap }
h2 { font-size: 15pt; margin: 0 0 8pt } table + h2 { margin-top: 24pt } .centred { text-align: center }
.fact { display: flex; gap: 20pt; margin: 0 50pt 16pt; font-size: 15pt }
.fact b { width: 60pt; text-align-last: justify } .fact span { flex: 1; border-bottom: .6pt solid; text-align: center }
table { border-collapse: collapse; width: 100%; border: 1pt solid; table-layout: fixed; overflow-wrap: anywhere }
td, th { border: .5pt solid; padding: 6pt } tr { break-inside: avoid } .fields th { width: 62pt } .fields tr { height: 34pt }
.photo { width: 101pt; padding: 0; text-align: center } img { width: 25mm; height: 35mm; vertical-align: middle }
.prose { border: 1pt solid; padding: 12pt 14pt } p { margin: 0; text-indent: 2em; text-align: justify; font-size: 12pt }
.large p { font-size: 14pt; line-height: 28pt } .signing { margin: 60pt 24pt 20pt; font-size: 12pt; line-height: 40pt }
.line { display: inline-block; width: 130pt; border-bottom: .6pt solid } .short { width: 36pt }
.seal { float: right; width: 42mm; line-height: 42mm; border: .8pt dashed #b3b3b3; border-radius: 50%; text-align: center; color: #999 }`;

const SQUARES = ['top:24pt;left:24pt', 'top:24pt;right:24pt', 'bottom:24pt;left:24pt', 'bottom:24pt;right:24pt']
  .map((place) => `<i class="square" style="${place}"></i>`)
  .join('');

const DATE = '日期：<i class="line short"></i>年<i class="line short"></i>月<i class="line short"></i>日';

function frame(words: FormWords, sheet: Sheet & { code: string; place: string; picture: string }): string {
  const { header, letters: typed } = readableCode(sheet.code);
  const lines = ['<b>请勿盖在二维码上</b>', sheet.place, header, typed].map((line) => `<div>${line}</div>`).join('');
  const letters = `<div class="letters">${lines}</div>`;
  const { title, applicationNumber, cover } = words;
  const names = `<div class="names"><b>${title}</b><br>申报编号：${applicationNumber}<br>申请人：${cover.applicantName}</div>`;
  const label = `<div class="label">${sheet.label}<b class="void">${words.isDemonstration ? '演示数据，无效' : ''}</b></div>`;
  const head = `<div class="head">${names}${letters}${sheet.picture}</div>`;
  const foot = `<div class="foot">${sheet.picture}${letters}${label}</div>`;
  return `<div class="sheet">${SQUARES}${head}${foot}${sheet.html}</div>`;
}

function coverSheet({ title, cover }: FormWords): Sheet {
  const facts = {
    申请人: cover.applicantName,
    工作单位: cover.unitName,
    申报类别: cover.category,
    填报日期: cover.filledOn,
  };
  const lines = Object.entries(facts).map(
    ([label, fact]) => `<div class="fact"><b>${label}</b><span>${fact}</span></div>`,
  );
  const names = `<h2 class="centred">${cover.certification}</h2><div class="centred">${cover.cycleName}</div>`;
  const html = `<h1>${title}</h1>${names}<br><br>${lines.join('')}<br><br><h2 class="centred">${cover.organiser}</h2>`;
  return { label: '封面', html };
}

/** Sections that share a page do so here too. */
function sectionSheets({ sections }: FormWords, photoUrl: string): Sheet[] {
  const sheets: Sheet[] = [];
  sections.forEach((section, index) => {
    const title = `${chineseNumber(index + 1)}、${section.title}`;
    const html = `<h2>${title}</h2>${sectionHtml(section, photoUrl)}`;
    const before = section.sharesPage === true ? sheets.pop() : undefined;
    sheets.push({ label: `${before?.label ?? ''}　${title} · 第 1 页`, html: `${before?.html ?? ''}${html}` });
  });
  return sheets;
}

function sectionHtml(section: FormSection, photoUrl: string): string {
  if (section.kind === 'text') return prose(section.paragraphs);
  if (section.kind === 'fields') return fieldsHtml(section, photoUrl);
  const head = section.columns.map((column) => `<th style="width:${column.width}%">${column.label}</th>`).join('');
  const rows = section.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const empty = `<tr><td class="centred" colspan="${section.columns.length}">${section.emptyText}</td></tr>`;
  return `<table><thead><tr>${head}</tr></thead>${section.rows.length === 0 ? empty : rows}</table>`;
}

/** Two short pairs to a row, one long pair across. */
function fieldsHtml(section: Extract<FormSection, { kind: 'fields' }>, photoUrl: string): string {
  const rows: string[][] = [];
  for (const { label, value } of section.fields) {
    const isLong = value.length > 16;
    const pair = `<th>${label}</th><td${isLong ? ' colspan="3"' : ''}>${value}</td>`;
    const open = rows.at(-1);
    if (isLong || open === undefined || open.length !== 1 || open[0]?.includes('colspan')) rows.push([pair]);
    else open.push(pair);
  }
  const photo = section.withPhoto ? `<td class="photo" rowspan="4"><img src="${photoUrl}"></td>` : '';
  return `<table class="fields">${rows.map((row, index) => `<tr>${row.join('')}${index === 0 ? photo : ''}</tr>`).join('')}</table>`;
}

function declarationSheet({ declaration }: FormWords): Sheet {
  const title = '本人承诺';
  const signing = `<div class="signing">申请人（签字）：<i class="line"></i><br>${DATE}</div>`;
  return {
    label: `${title} · 第 1 页`,
    html: `<h2>${title}</h2><div class="large">${prose(declaration, signing)}</div>`,
  };
}

function opinionsSheet({ unitStatement, associationLabel }: FormWords): Sheet {
  const titles = ['所在单位意见', associationLabel];
  const signing = `<div class="signing"><div class="seal">（盖章处）</div>负责人（签字）：<i class="line"></i><br>${DATE}</div>`;
  const association = `<div class="prose"><div class="signing">（盖章）<br>${DATE}</div></div>`;
  const html = `<h2>${titles[0]}</h2>${prose([unitStatement], signing)}<br><h2>${titles[1]}</h2>${association}`;
  return { label: `${titles.join('　')} · 第 1 页`, html };
}

function prose(paragraphs: string[], after = ''): string {
  return `<div class="prose">${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}${after}</div>`;
}

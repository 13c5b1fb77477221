import QRCode from 'qrcode';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';

export type Peer = { words: FormWords; codes: string[]; photo: Uint8Array };

/** The same words, codes and photo as a page that a browser prints. */
export async function formHtml({ words, codes, photo }: Peer): Promise<string> {
  const pictures = await Promise.all(
    codes.map((code) => QRCode.toString(code, { type: 'svg', errorCorrectionLevel: 'Q', margin: 0 })),
  );
  const photoUrl = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
  const sheets = [coverHtml(words), ...sectionSheets(words, photoUrl), declarationHtml(words), opinionsHtml(words)];
  const framed = sheets.map((sheet, index) =>
    frameHtml(words, { sheet, code: codes[index] ?? '', picture: pictures[index] ?? '' }),
  );
  return `<!doctype html><html lang="zh-CN"><title>${words.title}</title><style>${STYLE}</style>${framed.join('')}</html>`;
}

const STYLE = `
@page { size: A4; margin: 0 }
body { margin: 0; font: 10.5pt/1.55 'Noto Serif SC' }
.sheet { position: relative; break-after: page; min-height: 296mm; padding: 42mm 20mm 40mm; box-sizing: border-box }
.head, .foot { position: absolute; display: flex; justify-content: space-between; left: 20mm; right: 20mm; font-size: 8pt }
.head { top: 10mm } .foot { bottom: 10mm }
svg { width: 24mm; height: 24mm }
.square { position: absolute; width: 9pt; height: 9pt; background: #000 }
table { border-collapse: collapse; width: 100%; border: 1pt solid } td, th { border: .5pt solid; padding: 6pt }
th { font-weight: 700 } h1 { font-size: 28pt; text-align: center } h2 { font-size: 15pt }
.prose { border: 1pt solid; padding: 12pt 14pt; font-size: 12pt; line-height: 22pt; text-indent: 2em }
.seal { width: 42mm; height: 42mm; border: .8pt dashed #aaa; border-radius: 50% }
img { width: 25mm; height: 35mm; float: right }`;

const SQUARES = ['top:24pt;left:24pt', 'top:24pt;right:24pt', 'bottom:24pt;left:24pt', 'bottom:24pt;right:24pt']
  .map((place) => `<i class="square" style="${place}"></i>`)
  .join('');

function frameHtml(
  words: FormWords,
  { sheet, code, picture }: { sheet: string; code: string; picture: string },
): string {
  const head = `<span><b>${words.title}</b><br>申报编号：${words.applicationNumber}<br>申请人：${words.cover.applicantName}</span>`;
  const letters = `<span><b>请勿盖在二维码上</b><br>${code}</span>`;
  const marks = `<div class="head">${head}${letters}${picture}</div><div class="foot">${picture}${letters}<b>演示数据，无效</b></div>`;
  return `<div class="sheet">${SQUARES}${marks}${sheet}</div>`;
}

function coverHtml({ title, cover }: FormWords): string {
  const facts = [cover.applicantName, cover.unitName, cover.category, cover.filledOn].map((fact) => `<p>${fact}</p>`);
  return `<h1>${title}</h1><h2>${cover.certification}</h2><p>${cover.cycleName}</p>${facts.join('')}<b>${cover.organiser}</b>`;
}

/** Sections that share a page do so here too. */
function sectionSheets({ sections }: FormWords, photoUrl: string): string[] {
  const sheets: string[] = [];
  for (const section of sections) {
    const html = `<h2>${section.title}</h2>${sectionHtml(section, photoUrl)}`;
    if (section.sharesPage === true) sheets.push(`${sheets.pop() ?? ''}${html}`);
    else sheets.push(html);
  }
  return sheets;
}

function sectionHtml(section: FormSection, photoUrl: string): string {
  if (section.kind === 'text') return proseHtml(section.paragraphs);
  if (section.kind === 'fields') {
    const rows = section.fields.map(({ label, value }) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('');
    return `${section.withPhoto ? `<img src="${photoUrl}">` : ''}<table>${rows}</table>`;
  }
  const head = section.columns.map((column) => `<th style="width:${column.width}%">${column.label}</th>`).join('');
  const rows = section.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const empty = `<tr><td colspan="${section.columns.length}">${section.emptyText}</td></tr>`;
  return `<table><thead><tr>${head}</tr></thead>${section.rows.length === 0 ? empty : rows}</table>`;
}

function declarationHtml({ declaration }: FormWords): string {
  return `<h2>本人承诺</h2>${proseHtml(declaration)}<p>申请人（签字）：　日期：　年　月　日</p>`;
}

function opinionsHtml({ unitStatement, associationLabel }: FormWords): string {
  const unit = `<h2>所在单位意见</h2>${proseHtml([unitStatement])}<p>负责人（签字）：</p><div class="seal">（盖章处）</div>`;
  return `${unit}<h2>${associationLabel}</h2><p>（盖章）　日期：　年　月　日</p>`;
}

function proseHtml(paragraphs: string[]): string {
  return `<div class="prose">${paragraphs.map((paragraph) => `<div>${paragraph}</div>`).join('')}</div>`;
}

import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Peer } from '@/bench/application-forms/form-html';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { defaultFontDirectory, fontFiles } from '@/lib/documents/fonts/font-directory';

const fontFile = (file: string) => path.join(defaultFontDirectory(), file);

pdfmake.setFonts({ Song: { normal: fontFile(fontFiles.serifRegular), bold: fontFile(fontFiles.serifBold) } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

/** The same words, codes and photo laid out by pdfmake. */
export async function pdfmakeForm({ words, codes, photo }: Peer): Promise<Uint8Array> {
  const photoUrl = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
  const definition = {
    pageSize: 'A4',
    pageMargins: [57, 118, 57, 116],
    defaultStyle: { font: 'Song', fontSize: 10.5, lineHeight: 1.2 },
    info: { title: words.title },
    header: (page: number) => marks(words, codes[(page - 1) % codes.length] ?? '', [57, 30]),
    footer: (page: number) => marks(words, codes[(page - 1) % codes.length] ?? '', [57, 20]),
    content: [
      ...coverContent(words),
      ...words.sections.flatMap((section) => sectionContent(section, photoUrl)),
      { text: '本人承诺', fontSize: 15, bold: true, pageBreak: 'before' },
      ...words.declaration.map((text) => ({ text, fontSize: 14, leadingIndent: 28 })),
      { text: '申请人（签字）：　日期：　年　月　日', margin: [0, 60, 0, 0] },
      { text: '所在单位意见', fontSize: 15, bold: true, pageBreak: 'before' },
      { text: words.unitStatement, fontSize: 12, leadingIndent: 24 },
      { canvas: [{ type: 'ellipse', x: 300, y: 60, r1: 59.5, r2: 59.5, dash: { length: 4 } }] },
      { text: '负责人（签字）：　（盖章处）　日期：　年　月　日' },
      { text: words.associationLabel, fontSize: 15, bold: true },
      { text: '（盖章）　日期：　年　月　日' },
    ],
  };
  return pdfmake.createPdf(definition).getBuffer();
}

function marks(words: FormWords, code: string, [left, top]: [number, number]) {
  const names = [
    { text: words.title, bold: true },
    { text: `申报编号：${words.applicationNumber}` },
    { text: `申请人：${words.cover.applicantName}` },
  ];
  const letters = [{ text: '请勿盖在二维码上', bold: true }, { text: code, fontSize: 7.5 }, { text: '演示数据，无效' }];
  const picture = { qr: code, eccLevel: 'Q', fit: 68, width: 70 };
  return {
    margin: [left, top, left, 0],
    columns: [{ stack: names, width: 180 }, { stack: letters, width: '*' }, picture],
  };
}

function coverContent({ title, cover }: FormWords) {
  const facts = [cover.applicantName, cover.unitName, cover.category, cover.filledOn];
  return [
    { text: title, fontSize: 28, bold: true, margin: [0, 90, 0, 20] },
    { text: cover.certification, fontSize: 17, bold: true },
    { text: cover.cycleName, fontSize: 13 },
    ...facts.map((text) => ({ text, fontSize: 15, margin: [0, 12, 0, 0] })),
    { text: cover.organiser, fontSize: 14, bold: true, margin: [0, 90, 0, 0] },
  ];
}

function sectionContent(section: FormSection, photoUrl: string): object[] {
  const pageBreak = section.sharesPage === true ? undefined : 'before';
  const heading = { text: section.title, fontSize: 15, bold: true, pageBreak, margin: [0, 10, 0, 8] };
  if (section.kind === 'text') {
    return [heading, ...section.paragraphs.map((text) => ({ text, fontSize: 12, leadingIndent: 24 }))];
  }
  if (section.kind === 'fields') {
    const body = section.fields.map(({ label, value }) => [{ text: label, bold: true }, value]);
    const photo = section.withPhoto ? [{ image: photoUrl, width: 87, height: 122 }] : [];
    return [heading, ...photo, { table: { widths: [80, '*'], body } }];
  }
  const total = section.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = section.columns.map((column) => (column.width / total) * (482 - 9 * section.columns.length));
  const head = section.columns.map((column) => ({ text: column.label, bold: true }));
  const rest = section.columns.slice(1).map(() => '');
  const rows =
    section.rows.length === 0
      ? [[{ text: section.emptyText, colSpan: section.columns.length }, ...rest]]
      : section.rows.map((row) => [...row]);
  return [heading, { table: { headerRows: 1, widths, body: [head, ...rows] } }];
}

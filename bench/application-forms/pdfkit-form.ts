import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { defaultFontDirectory, fontFiles } from '@/lib/documents/fonts/font-directory';
import type { Drawing, TextDrawing } from '@/lib/documents/pdf/drawing';

const read = (file: string) => readFileSync(path.join(defaultFontDirectory(), file));
const fonts = { regular: read(fontFiles.serifRegular), bold: read(fontFiles.serifBold) };

/** The very same marks in the same places, laid out by us and drawn by pdfkit. */
export async function pdfkitForm(input: {
  drawings: Drawing[][];
  title: string;
  photo: Uint8Array;
}): Promise<Uint8Array> {
  const options = { size: 'A4', margin: 0, autoFirstPage: false, lang: 'zh-CN', info: { Title: input.title } };
  const document = new PDFDocument(options);
  const bytes = buffer(document);
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  for (const page of input.drawings) {
    document.addPage();
    for (const drawing of page) draw(document, drawing, input.photo);
  }
  document.end();
  return bytes;
}

function draw(document: PDFDocument, drawing: Drawing, photo: Uint8Array): void {
  switch (drawing.kind) {
    case 'text':
      return drawText(document, drawing);
    case 'rule':
      document
        .lineWidth(drawing.width)
        .strokeColor('#000')
        .moveTo(drawing.x1, drawing.y1)
        .lineTo(drawing.x2, drawing.y2)
        .stroke();
      return;
    case 'frame':
      document
        .lineWidth(drawing.lineWidth)
        .strokeColor('#000')
        .rect(drawing.x, drawing.y, drawing.width, drawing.height)
        .stroke();
      return;
    case 'block':
      document.rect(drawing.x, drawing.y, drawing.width, drawing.height).fill('#000');
      return;
    case 'circle':
      document.lineWidth(drawing.lineWidth).strokeColor('#b3b3b3').dash(4, { space: 3 });
      document.circle(drawing.x, drawing.y, drawing.radius).stroke().undash();
      return;
    case 'picture':
      document.image(Buffer.from(photo), drawing.x, drawing.y, { width: drawing.width, height: drawing.height });
      return;
    case 'modules':
      drawModules(document, drawing);
  }
}

function drawText(document: PDFDocument, { text, x, y, size, weight, grey = 0 }: TextDrawing): void {
  const level = Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0');
  document.font(weight).fontSize(size).fillColor(`#${level}${level}${level}`);
  document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', features: [] });
}

function drawModules(document: PDFDocument, { x, y, size, modules }: Extract<Drawing, { kind: 'modules' }>): void {
  const side = size / modules.side;
  modules.dark.forEach((isDark, index) => {
    const [left, top] = [index % modules.side, Math.floor(index / modules.side)];
    if (isDark === 1) document.rect(x + left * side, y + top * side, side, side);
  });
  document.fill('#000');
}

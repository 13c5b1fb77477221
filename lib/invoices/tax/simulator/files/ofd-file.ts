import { zip } from '@/lib/files/zip';
import { type InvoiceWords, linesOf, notAnInvoice } from './invoice-words';
import { xmlText } from './xml-file';

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Millimetres. */
const [left, valuesAt, top, lead, size] = [15, 65, 20, 10, 4];

/** GB/T 33190: a package of one document of one page. */
export function ofdFile(words: InvoiceWords): Buffer {
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${space} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${words.number.padStart(32, '0')}</ofd:DocID><ofd:Title>${xmlText(`${words.heading} ${words.number}`)}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData><ofd:MaxUnitID>100</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml': `<ofd:Res ${space} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="SimSun" FamilyName="SimSun"/></ofd:Fonts></ofd:Res>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${space}><ofd:Content><ofd:Layer ID="3">${textsOf(words)}</ofd:Layer></ofd:Content></ofd:Page>`,
  };
  return zip(Object.entries(parts).map(([name, text]) => ({ name: Buffer.from(name), bytes: Buffer.from(head + text) })));
}

function textsOf(words: InvoiceWords): string {
  const lines = linesOf(words);
  const placed = [
    { x: left, y: top, text: words.heading },
    ...lines.flatMap(([label, value], index) => [
      { x: left, y: top + lead * (index + 1), text: label },
      { x: valuesAt, y: top + lead * (index + 1), text: value },
    ]),
    { x: left, y: top + lead * (lines.length + 1), text: notAnInvoice },
  ];
  return placed.map(({ x, y, text }, index) => textObject(index + 10, { x, y, text })).join('');
}

const textObject = (id: number, { x, y, text }: { x: number; y: number; text: string }): string =>
  `<ofd:TextObject ID="${id}" Boundary="${x} ${y - size} 180 ${size * 1.4}" Font="2" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="g ${Math.max(1, [...text].length - 1)} ${size}">${xmlText(text)}</ofd:TextCode></ofd:TextObject>`;

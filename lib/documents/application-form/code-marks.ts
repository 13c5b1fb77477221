import QRCode from 'qrcode';
import { readableCode } from '@/lib/documents/application-form/page-code';
import { codeBoxes, cornerSquares } from '@/lib/documents/application-form/page-geometry';
import type { Typefaces } from '@/lib/documents/fonts/font-chain';
import type { Drawing, Modules } from '@/lib/documents/pdf/drawing';
import { setGlyphs, widthOf } from '@/lib/documents/pdf/text-setting';

type Marking = { code: string; version: number; page: number; pages: number; typefaces: Typefaces };

const SIZE = 7.5;
const LEAD = 12.5;
const FROM_CODE = 12;
/** A keyed digest is as good as random under any mask; trying all eight would take most of the time of a page. */
const MASK = 2;

/** What tells this print from any other: two codes, the same in letters, and four squares to straighten a scan by. */
export function codeMarks(marking: Marking): Drawing[] {
  const modules = codeModules(marking.code);
  const { topRight, bottomLeft } = codeBoxes;
  return [
    ...cornerSquares.map((square): Drawing => ({ kind: 'block', ...square })),
    { kind: 'modules', x: topRight.x, y: topRight.y, size: topRight.width, modules },
    { kind: 'modules', x: bottomLeft.x, y: bottomLeft.y, size: bottomLeft.width, modules },
    ...letters(marking, { right: topRight.x - FROM_CODE, y: topRight.y + SIZE }),
    ...letters(marking, { left: bottomLeft.x + bottomLeft.width + FROM_CODE, y: bottomLeft.y + SIZE }),
  ];
}

function letters(marking: Marking, place: { y: number; left?: number; right?: number }): Drawing[] {
  const { header, letters } = readableCode(marking.code);
  const lines = [
    { text: '请勿盖在二维码上', weight: 'bold' as const },
    { text: `第 ${marking.version} 版　第 ${marking.page} 页，共 ${marking.pages} 页`, weight: 'regular' as const },
    { text: header, weight: 'regular' as const },
    { text: letters, weight: 'regular' as const },
  ];
  return lines.map(({ text, weight }, index) => {
    const width = widthOf(setGlyphs({ text, weight, typefaces: marking.typefaces })) * SIZE;
    const x = place.left ?? (place.right ?? 0) - width;
    return { kind: 'text', x, y: place.y + index * LEAD, size: SIZE, weight, text };
  });
}

/** Dark and light squares of a code, as every code of ours is drawn. */
export function codeModules(code: string): Modules {
  const options = { errorCorrectionLevel: 'Q', maskPattern: MASK } as const;
  const { modules } = QRCode.create([{ data: code, mode: 'alphanumeric' }], options);
  return { side: modules.size, dark: Uint8Array.from(modules.data) };
}

import type { Typefaces, Weight } from '@/lib/documents/fonts/font-chain';
import { breakLines, type Line } from '@/lib/documents/pdf/line-breaking';

type Fitting = { text: string; width: number; sizes: number[]; lines: number; weight: Weight; typefaces: Typefaces };

/** Takes the largest size at which the text keeps to so many lines; at the smallest, what is left over ends in “…”. */
export function fitLines(fitting: Fitting): { size: number; lines: Line[] } {
  const tries = fitting.sizes.map((size) => ({ size, lines: breakLines({ ...fitting, size }) }));
  const fitted = tries.find(({ lines }) => lines.length <= fitting.lines);
  if (fitted !== undefined) return fitted;
  const size = fitting.sizes.at(-1) ?? 1;
  return { size, lines: shortened({ ...fitting, size }) };
}

function shortened(fitting: Fitting & { size: number }): Line[] {
  const characters = [...fitting.text.replaceAll('\n', ' ')];
  let [fits, tooMany] = [0, characters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const lines = breakLines({ ...fitting, text: `${characters.slice(0, middle).join('')}…` });
    if (lines.length <= fitting.lines) fits = middle;
    else tooMany = middle;
  }
  return breakLines({ ...fitting, text: `${characters.slice(0, fits).join('')}…` });
}

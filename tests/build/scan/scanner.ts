import sharp from 'sharp';

/** What a scanner or a phone does to a page. */
export interface ScanLook {
  dpi: number;
  /** How crooked the sheet lies. */
  degrees: number;
  /** Fed in sideways or upside down. */
  quarterTurns: 0 | 1 | 2 | 3;
  /** Standard deviation of the grain, of 255. */
  noise: number;
  blur: number;
  jpegQuality: number;
  colour: boolean;
}

const usual: ScanLook = { dpi: 150, degrees: 0.8, quarterTurns: 0, noise: 6, blur: 0.5, jpegQuality: 70, colour: true };

interface PrintedPage {
  rgb: Buffer;
  width: number;
  height: number;
  look: Partial<ScanLook>;
  random: () => number;
}

export async function throughScanner({ rgb, width, height, look, random }: PrintedPage): Promise<Buffer> {
  const { degrees, quarterTurns, noise, blur, jpegQuality, colour } = { ...usual, ...look };
  addGrain(rgb, noise, random);
  const crooked = degrees * (2 * random() - 1);
  const turned = sharp(rgb, { raw: { width, height, channels: 3 } }).rotate(crooked + 90 * quarterTurns, {
    background: '#f4f3f0',
  });
  const soft = blur > 0.3 ? turned.blur(blur) : turned;
  return (colour ? soft : soft.grayscale()).jpeg({ quality: jpegQuality }).toBuffer();
}

/** Paper is never quite white and a sensor never quite still. */
function addGrain(rgb: Buffer, deviation: number, random: () => number): void {
  for (let at = 0; at < rgb.length; at++) {
    const bell = (random() + random() + random() - 1.5) * 2;
    rgb[at] = Math.max(0, Math.min(255, (rgb[at] ?? 0) * 0.97 + bell * deviation));
  }
}

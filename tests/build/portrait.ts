import sharp from 'sharp';
import { seeded } from './seeded';

export interface PortraitLook {
  width?: number;
  height?: number;
  background?: string;
  /** A striped curtain behind the person. */
  curtain?: boolean;
  /** Standard deviation of the blur, in pixels of the full size. */
  blur?: number;
  /** Factor on every grey, and what is added. */
  light?: { times: number; plus: number };
}

/** An invented person before a plain wall, drawn and grained as a phone takes it. */
export async function portrait(look: PortraitLook = {}): Promise<Buffer> {
  const { width = 1200, height = 1680, background = '#f1f3f5', curtain = false, blur, light } = look;
  const drawn = Buffer.from(drawing({ background, curtain }));
  let picture = sharp(drawn, { density: 144 }).resize({ width, height, fit: 'cover' }).flatten({ background });
  if (blur) picture = picture.blur(blur);
  if (light) picture = picture.linear(light.times, light.plus);
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const next = seeded(5);
  for (let at = 0; at < data.length; at++) {
    const grained = (data[at] ?? 0) + Math.round((next() - 0.5) * 10);
    data[at] = Math.max(0, Math.min(255, grained));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }).jpeg({ quality: 90 }).toBuffer();
}

function drawing({ background, curtain }: { background: string; curtain: boolean }): string {
  const folds = Array.from({ length: 12 }, (_, at) => `<rect x="${at * 50}" width="25" height="840" fill="#5d6f52"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="840" viewBox="0 0 600 840">
    <rect width="600" height="840" fill="${background}"/>${curtain ? folds.join('') : ''}
    <path d="M60 840 Q70 640 220 610 L380 610 Q530 640 540 840Z" fill="#27364d"/>
    <path d="M255 560h90v70l-45 60-45-60Z" fill="#dfb498"/>
    <path d="M300 690l-45-60-30 12 60 120 15-30 15 30 60-120-30-12Z" fill="#f7f7f4"/>
    <ellipse cx="300" cy="400" rx="135" ry="180" fill="#e8c1a5"/>
    <path d="M160 400Q140 190 300 185Q460 190 440 400Q430 300 380 285Q300 320 215 285Q170 310 160 400Z" fill="#211a18"/>
    <g fill="#2a1d1a"><ellipse cx="248" cy="395" rx="17" ry="9"/><ellipse cx="352" cy="395" rx="17" ry="9"/></g>
    <path d="M222 362q28-18 54-3M324 359q28-15 54 3" stroke="#2a1d1a" stroke-width="8" fill="none"/>
    <path d="M300 400q-12 60-18 72q18 12 36 0" stroke="#b98a6d" stroke-width="5" fill="none"/>
    <path d="M255 515q45 26 90 0" stroke="#a4483f" stroke-width="12" fill="none"/>
  </svg>`;
}

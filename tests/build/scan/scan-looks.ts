import { between, pick } from './pick';

type Random = () => number;

export type Tone = 'colour' | 'grey' | 'black_and_white';
export type Turn = 0 | 1 | 2 | 3;

/** How a sheet was taken: what a flatbed, a feeder or a telephone does to it. */
export interface Capture {
  device: 'scanner' | 'phone';
  tone: Tone;
  /** Of the picture, before it is turned. */
  width: number;
  height: number;
  /** Only a scanner knows it. */
  dpi: number | null;
  /** Clockwise degrees, and quarter turns on top of them. */
  crooked: number;
  quarterTurns: Turn;
  /** Tells the turn in the file's header instead of turning the picture, as telephones do. */
  turnsInHeader: boolean;
  /** Degrees by which a phone leans over the sheet, sideways and forwards. */
  tilt: [number, number];
  /** How far the sheet's middle is seen away from where it would lie flat, of its height. */
  curl: number;
  /** Of the page's own size: printers shrink to fit. */
  printScale: number;
  /** In pixels of the picture. */
  blur: number;
  noise: number;
  jpegQuality: number;
  light: Light;
  /** What is seen around the sheet. */
  ground: [number, number, number];
  /** What an app that cleans the page does: brighter than the one is white paper, darker than the other full ink. */
  cleaned: { white: number; black: number } | null;
}

export interface Light {
  /** Gains of red, green and blue. */
  cast: [number, number, number];
  /** Brightest to darkest corner, of 1. */
  falloff: number;
  direction: number;
  /** A hand's or a spine's shadow: how much it takes away, where its edge lies and how soft it is; none at 0. */
  shadow: { depth: number; direction: number; edge: number; softness: number };
  gamma: number;
}

export interface ScannerWish {
  dpi: number;
  tone: Tone;
  /** Straightened and whitened by the app that took it. */
  isCleaned?: boolean;
}

const a4Inches: [number, number] = [8.27, 11.69];

export function scannerCapture({ isCleaned = false, ...wish }: ScannerWish, random: Random): Capture {
  const capture = plainCapture(wish, random);
  return isCleaned ? cleanedCapture(capture, random) : capture;
}

/** The app evens the light and nearly always finds the sheet's edges. */
function cleanedCapture(capture: Capture, random: Random): Capture {
  const { light, crooked } = capture;
  return {
    ...capture,
    crooked: crooked * pick([0.004, 0.02, 1], random),
    light: { ...light, falloff: 0, shadow: { ...light.shadow, depth: 0 } },
    cleaned: { white: between(185, 212, random), black: between(20, 70, random) },
  };
}

function plainCapture({ dpi, tone }: ScannerWish, random: Random): Capture {
  const isFed = random() < 0.5;
  const lid = pick([252, 246, 226, 40], random);
  return {
    device: 'scanner',
    tone,
    width: Math.round(a4Inches[0] * dpi),
    height: Math.round(a4Inches[1] * dpi),
    dpi,
    crooked: between(-1, 1, random) * (isFed ? 1.2 : 3),
    quarterTurns: turnOf(random),
    turnsInHeader: false,
    tilt: [0, 0],
    curl: 0,
    printScale: random() < 0.3 ? between(0.95, 0.99, random) : 1,
    blur: between(0.2, 0.9, random) * (dpi / 200),
    noise: between(2, 7, random),
    jpegQuality: Math.round(between(40, 90, random)),
    light: {
      cast: [between(0.98, 1.01, random), between(0.985, 1.01, random), between(0.97, 1.015, random)],
      falloff: between(0, 0.06, random),
      direction: 2 * Math.PI * random(),
      shadow: spineShadow(random),
      gamma: between(0.85, 1.15, random),
    },
    ground: [lid, lid, lid],
    cleaned: null,
  };
}

/** Where a bound or folded sheet does not lie flat on the glass. */
function spineShadow(random: Random): Light['shadow'] {
  const depth = random() < 0.15 ? between(0.15, 0.45, random) : 0;
  return { depth, direction: pick([0, Math.PI], random), edge: between(0.38, 0.46, random), softness: 0.06 };
}

const sensors: [number, number][] = [
  [3024, 4032],
  [2250, 3000],
  [1440, 1920],
  [1440, 1920],
  [1080, 1440],
  [1080, 1440],
];
/** A sheet is photographed well, or as one photographs it between two lessons. */
export type PhoneCare = 'good' | 'bad';

export function phoneCapture(
  { care, pixels }: { care: PhoneCare; pixels?: [number, number] },
  random: Random,
): Capture {
  const [width, height] = pixels ?? pick(sensors, random);
  const isBad = care === 'bad';
  const most = isBad ? 18 : 9;
  const tilt: [number, number] = [between(-most, most, random), between(-most, most, random)];
  const lean = Math.hypot(...tilt);
  const sharpest = width / 3000;
  return {
    device: 'phone',
    tone: 'colour',
    width,
    height,
    dpi: null,
    crooked: between(-1, 1, random) * (isBad ? 8 : 4),
    quarterTurns: turnOf(random),
    turnsInHeader: random() < 0.3,
    tilt: lean > 18 ? [(tilt[0] * 18) / lean, (tilt[1] * 18) / lean] : tilt,
    curl: between(0, isBad ? 0.01 : 0.005, random),
    printScale: random() < 0.3 ? between(0.95, 0.99, random) : 1,
    blur: 0.35 + between(0.2, isBad ? 1.5 : 0.9, random) * sharpest,
    noise: between(2, isBad ? 11 : 6, random),
    jpegQuality: Math.round(between(isBad ? 40 : 60, 90, random)),
    light: phoneLight(isBad, random),
    ground: pick<[number, number, number]>(
      [
        [150, 112, 78],
        [92, 70, 56],
        [196, 190, 180],
        [70, 74, 80],
        [214, 205, 190],
      ],
      random,
    ),
    cleaned: null,
  };
}

function phoneLight(isBad: boolean, random: Random): Light {
  const warm = between(-1, 1, random) * (isBad ? 0.12 : 0.06);
  return {
    cast: [0.95 + warm * 0.6, 0.95, 0.95 - warm],
    falloff: between(0.08, isBad ? 0.4 : 0.22, random),
    direction: 2 * Math.PI * random(),
    shadow: {
      depth: random() < (isBad ? 0.7 : 0.3) ? between(0.12, isBad ? 0.42 : 0.25, random) : 0,
      direction: 2 * Math.PI * random(),
      edge: between(-0.3, 0.35, random),
      softness: between(0.02, 0.12, random),
    },
    gamma: between(0.85, 1.2, random),
  };
}

/** Most sheets are fed upright. */
function turnOf(random: Random): Turn {
  const chance = random();
  if (chance < 0.7) return 0;
  if (chance < 0.84) return 2;
  return chance < 0.92 ? 1 : 3;
}

import type { View } from './camera-view';
import type { Paper } from './paper';
import type { Capture } from './scan-looks';

export interface Warping {
  paper: Paper;
  view: View;
  capture: Capture;
}

/** A row of the picture, four bytes a pixel in one number, as the sheet and the desk around it show there. */
export type WarpRow = (row: Int32Array, y: number) => void;

// Places are followed exactly at every eighth pixel and straight between; nobody sees the difference.
const mask = 0xff00ff;
const stride = 8;
const beside = -1;

export function paperWarper(warping: Warping): WarpRow {
  const { rgba, width, height } = warping.paper;
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const columns = warping.view.width;
  const length = Math.ceil(columns / stride) * stride + 1;
  // Where a pixel comes from, in 1/256 of the paper's pixels.
  const froms = { x: new Int32Array(length), y: new Int32Array(length) };
  const desk = deskOf(warping.capture);
  return (row, y) => {
    traceRow(froms, y, warping);
    fillRow(row, froms, { pixels, width, height });
    desk(row, y, froms.x);
  };
}

interface Froms {
  x: Int32Array;
  y: Int32Array;
}

function traceRow(froms: Froms, y: number, warping: Warping): void {
  const last = froms.x.length - 1;
  for (let x = 0; x <= last; x += stride) tracePixel(froms, x, y, warping);
  for (let x = 0; x + stride <= last; x += stride) {
    const isOn = (froms.x[x] ?? beside) >= 0;
    const isNextOn = (froms.x[x + stride] ?? beside) >= 0;
    if (isOn === isNextOn) followStraight(froms, x, isOn);
    else for (let step = 1; step < stride; step += 1) tracePixel(froms, x + step, y, warping);
  }
}

function tracePixel(froms: Froms, x: number, y: number, { paper, view, capture }: Warping): void {
  const [a, b, c, d, e, f, g, h, i] = view.toSheet;
  const { curl, printScale } = capture;
  const margin = (1 - printScale) / 2;
  const depth = g * x + h * y + i;
  const u = (a * x + b * y + c) / depth;
  const v = (d * x + e * y + f) / depth;
  // A sheet that bulges along its middle shows what lies lower down.
  const bent = v + curl * 4 * u * (1 - u) * (1 - 0.6 * v);
  const isOn = u >= 0 && u <= 1 && v >= 0 && v <= 1;
  froms.x[x] = isOn ? Math.max(0, (256 * paper.width * (u - margin)) / printScale - 128) : beside;
  froms.y[x] = Math.max(0, (256 * paper.height * (bent - margin)) / printScale - 128);
}

function followStraight({ x: xs, y: ys }: Froms, start: number, isOn: boolean): void {
  const fromX = xs[start] ?? beside;
  const fromY = ys[start] ?? 0;
  const stepX = (xs[start + stride] ?? beside) - fromX;
  const stepY = (ys[start + stride] ?? 0) - fromY;
  for (let step = 1; step < stride; step += 1) {
    xs[start + step] = isOn ? fromX + ((step * stepX) >> 3) : beside;
    ys[start + step] = fromY + ((step * stepY) >> 3);
  }
}

/** Smooth between four pixels of the paper; two colours at once in one number. */
function fillRow(row: Int32Array, froms: Froms, paper: { pixels: Int32Array; width: number; height: number }): void {
  const { pixels, width, height } = paper;
  const lastX = width - 2;
  const lastY = height - 2;
  for (let x = 0; x < row.length; x += 1) {
    const fromX = froms.x[x] ?? beside;
    if (fromX < 0) continue;
    const fromY = froms.y[x] ?? 0;
    const left = fromX >> 8;
    const top = fromY >> 8;
    const shareX = fromX & 255;
    const shareY = fromY & 255;
    const four = (shareX * shareY) >> 8;
    const three = shareY - four;
    const two = shareX - four;
    const one = 256 - shareX - three;
    const at = (top > lastY ? lastY : top) * width + (left > lastX ? lastX : left);
    const p = pixels[at] ?? 0;
    const q = pixels[at + 1] ?? 0;
    const r = pixels[at + width] ?? 0;
    const s = pixels[at + width + 1] ?? 0;
    const outer =
      (((p & mask) * one) | 0) + (((q & mask) * two) | 0) + (((r & mask) * three) | 0) + (((s & mask) * four) | 0);
    const inner =
      ((p >>> 8) & 255) * one + ((q >>> 8) & 255) * two + ((r >>> 8) & 255) * three + ((s >>> 8) & 255) * four;
    row[x] = ((outer >>> 8) & mask) | (inner & 0xff00);
  }
}

/** A lid is plain; a desk has a grain that runs along it. */
function deskOf({ device, ground }: Capture): (row: Int32Array, y: number, fromX: Int32Array) => void {
  const wave = device === 'phone' ? 9 : 0;
  const shades = Int32Array.from({ length: 65 }, (_, index) =>
    colourOf(ground.map((value) => value + ((index - 32) / 20) * wave)),
  );
  return (row, y, fromX) => {
    for (let x = 0; x < row.length; x += 1) {
      if ((fromX[x] ?? 0) >= 0) continue;
      const grain =
        wave === 0 ? 0 : Math.sin(y * 0.031 + 2.2 * Math.sin(x * 0.0021)) + 0.6 * Math.sin(y * 0.137 + x * 0.004);
      row[x] = shades[(32 + grain * 20) | 0] ?? 0;
    }
  };
}

function colourOf(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) => Math.round(Math.min(255, Math.max(0, value))));
  return red | (green << 8) | (blue << 16);
}

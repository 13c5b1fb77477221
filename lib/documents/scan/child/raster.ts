/** One byte a pixel. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Three bytes a pixel: red, green, blue. */
export type Picture = Raster;

/** In points from the top left corner of the issued page. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export const emptyRaster = (width: number, height: number): Raster => ({ data: new Uint8Array(width * height), width, height });

/** The red channel: a red seal is as white as paper there. */
export function redChannel({ data, width, height }: Picture): Raster {
  const red = emptyRaster(width, height);
  const out = red.data;
  for (let at = 0, from = 0; at < out.length; at++, from += 3) out[at] = data[from] ?? 0;
  return red;
}

/** Half the size, each pixel the mean of four. */
export function halved({ data, width, height }: Raster): Raster {
  const half = emptyRaster(width >> 1, height >> 1);
  const out = half.data;
  let to = 0;
  for (let y = 0; y < half.height; y++) {
    let from = 2 * y * width;
    for (let x = 0; x < half.width; x++, from += 2) {
      const upper = (data[from] ?? 0) + (data[from + 1] ?? 0);
      const lower = (data[from + width] ?? 0) + (data[from + width + 1] ?? 0);
      out[to++] = (upper + lower + 2) >> 2;
    }
  }
  return half;
}

/** Sums over any upright rectangle in four look-ups; what lies outside the raster counts nothing. */
export function sumTable({ data, width, height }: Raster): (x0: number, y0: number, x1: number, y1: number) => number {
  const stride = width + 1;
  const table = new Uint32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 0; x < width; x++) {
      run += data[y * width + x] ?? 0;
      table[(y + 1) * stride + x + 1] = (table[y * stride + x + 1] ?? 0) + run;
    }
  }
  return (x0, y0, x1, y1) => {
    const left = x0 > 0 ? x0 : 0;
    const right = x1 < width ? x1 : width;
    const top = (y0 > 0 ? y0 : 0) * stride;
    const bottom = (y1 < height ? y1 : height) * stride;
    if (right <= left || bottom <= top) return 0;
    return (table[bottom + right] ?? 0) - (table[top + right] ?? 0) - (table[bottom + left] ?? 0) + (table[top + left] ?? 0);
  };
}

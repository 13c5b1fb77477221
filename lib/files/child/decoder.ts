import sharp, { type Sharp } from 'sharp';

export const maxPixels = 60_000_000;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadTiff'],
});

/** A picture from a hostile place: only four loaders, a pixel limit, and any decoding error is an error. */
export const decode = (file: string): Sharp => sharp(file, { limitInputPixels: maxPixels, failOn: 'error' });

/** Reads the header alone, whatever size it claims. */
export const header = (file: string) => sharp(file, { limitInputPixels: false }).metadata();

export const fromRaw = (data: Uint8Array, width: number, height: number): Sharp =>
  sharp(data, { raw: { width, height, channels: 4 } });

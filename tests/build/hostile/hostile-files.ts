import type { HostileKind } from './hostile-kind';
import { cleanedImages, refusedImages } from './hostile-images';
import { otherFiles } from './hostile-others';
import { activePdfs, brokenPdfs, swellingPdfs } from './hostile-pdfs';

export const hostileFiles: HostileKind[] = [
  ...otherFiles,
  ...refusedImages,
  ...cleanedImages,
  ...activePdfs,
  ...brokenPdfs,
  ...swellingPdfs,
];

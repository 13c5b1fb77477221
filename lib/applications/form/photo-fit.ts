import { photoSize } from '@/lib/files/purposes';
import type { PageFacts } from '@/lib/files/page-facts';
import type { Finding } from './finding';
import type { FormMaterial } from './material';

/** Below this there is nothing to be seen; a portrait before a white wall has ten times as much. */
const leastSpread = 8;

/** No photo, or one that shows nothing at all. */
export function photoProblems({ photoFileId, photo }: FormMaterial): Finding[] {
  const problem = (sentence: string): Finding[] => [{ code: 'photo.fit', section: 'identity', field: 'photo', sentence }];
  if (!photoFileId) return problem('请上传证件照。');
  if (photo && photo.spread < leastSpread) return problem('这张证件照几乎是空白的，请换一张看得清面部的照片。');
  return [];
}

const doubts: { sentence: string; isSo: (photo: PageFacts) => boolean }[] = [
  {
    sentence: '证件照的比例与 1 寸照相差较多，两边或上下被裁掉了，请看一看面部是否完整；不完整请换一张竖拍的照片。',
    isSo: ({ width, height }) => keptShare(width / height) < 0.75,
  },
  { sentence: '证件照的面部偏暗，请在光线充足处重新拍摄。', isSo: ({ centre }) => centre < 60 },
  { sentence: '证件照的面部过亮、发白，请避开强光重新拍摄。', isSo: ({ centre }) => centre > 215 },
  { sentence: '证件照看起来模糊，请换一张清晰的照片。', isSo: ({ sharpness }) => sharpness < 0.08 },
  { sentence: '证件照的背景不是单一颜色，请换一张白色等纯色背景的照片。', isSo: ({ frame }) => frame.spread > 30 },
];

/** What a reviewer would most likely return the photo for. */
export function photoAdvice({ photo }: FormMaterial): Finding[] {
  if (!photo) return [];
  return doubts
    .filter(({ isSo }) => isSo(photo))
    .map(({ sentence }) => ({ code: 'photo.fit', section: 'identity', field: 'photo', sentence }));
}

/** Share of a picture with these proportions that is left when it is cut to the photo's. */
function keptShare(proportions: number): number {
  const wanted = photoSize.width / photoSize.height;
  return Math.min(proportions / wanted, wanted / proportions);
}

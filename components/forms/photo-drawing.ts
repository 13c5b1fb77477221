import { type CropView, photoFrame, placement, type Size } from './crop-geometry';

export const largestPhoto = 190 * 1024;

/** Turned as the camera meant it (EXIF), by the browser's own decoder. */
export async function readPicture(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

export function drawPhoto(canvas: HTMLCanvasElement, picture: ImageBitmap, view: CropView): void {
  const brush = canvas.getContext('2d');
  if (!brush) return;
  const output: Size = { width: canvas.width, height: canvas.height };
  const { x, y, angle, scale } = placement({ view, picture, frame: photoFrame, output });
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, output.width, output.height);
  brush.imageSmoothingQuality = 'high';
  brush.translate(x, y);
  brush.rotate(angle);
  brush.scale(scale, scale);
  brush.drawImage(picture, -picture.width / 2, -picture.height / 2);
}

/** 295 × 413 JPEG on white, at the best quality that stays below the limit. */
export async function photoFile(picture: ImageBitmap, view: CropView): Promise<File | null> {
  const canvas = document.createElement('canvas');
  canvas.width = photoFrame.width;
  canvas.height = photoFrame.height;
  drawPhoto(canvas, picture, view);
  for (const quality of [0.92, 0.85, 0.75, 0.6]) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= largestPhoto) return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
  }
  return null;
}

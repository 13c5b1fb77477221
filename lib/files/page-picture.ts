import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { renderAnswer } from './child/tasks';
import { openStore } from './open-store';
import { runChild } from './run-child';
import { inWorkFolder, localCopy } from './work-folder';

export const pictureSizes = { small: 480, large: 1800 } as const;
export type PictureSize = keyof typeof pictureSizes;

export interface PictureWanted {
  file: { id: string; storageKey: string; mediaType: string; pages: number };
  page: number;
  size: PictureSize;
}

export const pictureKey = ({ file, page, size }: PictureWanted): string => `pictures/${file.id}/${page}-${size}.jpg`;

/** One page as a JPEG, drawn once and kept. */
export async function pagePicture(wanted: PictureWanted): Promise<{ bytes: number; content: Readable }> {
  if (wanted.page < 1 || wanted.page > wanted.file.pages) throw new NotFoundError('page');
  const store = openStore();
  const key = pictureKey(wanted);
  const { bytes } = (await store.head(key)) ?? (await draw(wanted, key));
  return { bytes, content: await store.get(key) };
}

async function draw({ file, page, size }: PictureWanted, key: string): Promise<{ bytes: number }> {
  return inWorkFolder(async (folder) => {
    const output = path.join(/*turbopackIgnore: true*/ folder, 'picture');
    const source = await localCopy(file.storageKey, folder);
    const { mediaType } = file;
    const result = await runChild({ kind: 'render', source, output, mediaType, page, longEdge: pictureSizes[size] }, renderAnswer);
    if (!result.done || result.answer.outcome !== 'rendered') {
      throw new DomainError('PAGE_UNREADABLE', '这一页无法显示，请下载文件查看。');
    }
    return openStore().put(key, createReadStream(/*turbopackIgnore: true*/ output));
  });
}

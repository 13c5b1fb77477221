import { z } from 'zod';
import { findSheet } from '@/lib/applications/find-sheet';
import { type PictureSize, pagePicture, pictureSizes } from '@/lib/files/page-picture';
import { cropPicture } from '@/lib/files/sheet-crops';
import { optionalActor } from '@/lib/web/page-actor';
import { pictureAnswer } from '@/lib/web/picture-answer';

export const dynamic = 'force-dynamic';

const query = z.object({
  crop: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  size: z.enum(Object.keys(pictureSizes) as [PictureSize, ...PictureSize[]]).default('large'),
});

interface Context {
  params: Promise<{ sheetId: string }>;
}

/** The picture of one scanned sheet, or with `?crop=` of what was cut out of it. Never the file it came in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await optionalActor();
  const sheetId = z.uuid().safeParse((await params).sheetId);
  const wanted = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return pictureAnswer(async () => {
    if (!actor || !sheetId.success || !wanted.success) return null;
    const sheet = await findSheet(actor, sheetId.data);
    const { crop, size } = wanted.data;
    return crop ? cropPicture(sheet.id, crop) : pagePicture({ file: sheet.file, page: sheet.sheet, size });
  });
}

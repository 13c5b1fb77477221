import { z } from 'zod';
import { issuedPicture } from '@/lib/applications/issued-picture';
import { now } from '@/lib/clock';
import { type PictureSize, pictureSizes } from '@/lib/files/page-picture';
import { optionalActor } from '@/lib/web/page-actor';
import { pictureAnswer } from '@/lib/web/picture-answer';

export const dynamic = 'force-dynamic';

const wish = z.object({
  applicationId: z.uuid(),
  page: z.coerce.number().int().min(1).max(1000),
  version: z.coerce.number().int().min(1).optional(),
  size: z.enum(Object.keys(pictureSizes) as [PictureSize, ...PictureSize[]]).default('large'),
});

interface Context {
  params: Promise<{ applicationId: string; page: string }>;
}

/** A picture of one page of the form as it was issued; `?version=` for an earlier one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await optionalActor();
  const wanted = wish.safeParse({ ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) });
  return pictureAnswer(async () => (actor && wanted.success ? issuedPicture(actor, { ...wanted.data, now: now() }) : null));
}

import { z } from 'zod';
import { printedForm } from '@/lib/applications/printed-form';
import { now } from '@/lib/clock';
import { contentDisposition } from '@/lib/files/content-disposition';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { isUuid } from '@/lib/kernel/uuid';
import { pageActor } from '@/lib/web/page-actor';
import { withMessage } from '@/lib/web/passed-message';
import { deviceOf } from '../device';

export const dynamic = 'force-dynamic';

/** `?pages=3,7`: only these; anything else is the whole form. */
const pagesWanted = z
  .string()
  .regex(/^\d{1,4}(,\d{1,4}){0,99}$/)
  .transform((text) => text.split(',').map(Number))
  .catch([]);

interface Context {
  params: Promise<{ applicationId: string }>;
}

/** The 申报书 as PDF, for the browser's own viewer and printer. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await pageActor();
  const { applicationId } = await params;
  if (!isUuid(applicationId)) return sentence('没有这份申报书，或您无权查看。', 404);
  const { isWechat } = deviceOf(request.headers.get('user-agent') ?? '');
  if (isWechat && (actor.role === 'APPLICANT' || actor.role === 'UNIT_ADMIN')) {
    return goTo(`/apply/${applicationId}/stamp-guide`);
  }
  try {
    const pages = pagesWanted.parse(new URL(request.url).searchParams.get('pages') ?? '');
    const { bytes, fileName } = await printedForm(actor, { applicationId, pages, now: now() });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(bytes.length),
        'content-disposition': contentDisposition('inline', fileName),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return sentence('没有这份申报书，或您无权查看。', 404);
    if (error instanceof DomainError) {
      const location = withMessage(`/apply/${applicationId}`, { tone: 'danger', text: error.sentence });
      return goTo(location);
    }
    throw error;
  }
}

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });

function sentence(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}

import { z } from 'zod';
import { plainYuan } from '@/lib/kernel/money';
import { type PlatformSettings, call, type WireAnswer } from './call';
import { type FileFormat, type IssueWish, PlatformSilentError, type ReversalWish, type TaxOutcome, type TaxPlatform } from './tax-platform';

const twentyDigits = z.string().regex(/^\d{20}$/);
const told = z.discriminatedUnion('status', [
  z.object({ id: z.string(), status: z.literal('ISSUED'), number: twentyDigits, issuedAt: z.iso.datetime({ offset: true }), amount: z.string() }),
  z.object({ id: z.string(), status: z.literal('PENDING') }),
  z.object({ id: z.string(), status: z.literal('FAILED'), reason: z.string().trim().min(1).max(300) }),
]);
const refusal = z.object({ code: z.string().min(1), message: z.string().default('') });

const mostOfAnswer = 64 * 1024;
const mostOfFile = 10 * 1024 * 1024;
const reasonCodes: Record<ReversalWish['reason'], string> = { mistake: '01', service_ended: '03' };

/** Signed JSON over HTTPS; docs/decisions/0038 has the words of the wire. */
export function wirePlatform(settings: PlatformSettings): TaxPlatform {
  const ask = (path: string) => call(settings, { method: 'GET', path, most: mostOfAnswer });
  const post = (path: string, body: object) => call(settings, { method: 'POST', path, body, most: mostOfAnswer });
  return {
    async issue(wish) {
      const outcome = outcomeOf(await post('/v1/invoices', blueBody(wish)), { id: wish.serial, amountFen: wish.amountFen });
      return insistOnTaken(outcome);
    },
    query: async (serial) => outcomeOf(await ask(`/v1/invoices/${encodeURIComponent(serial)}`), { id: serial }),
    async reverse(wish) {
      const outcome = outcomeOf(await post('/v1/red-invoices', redBody(wish)), { id: wish.requestId, amountFen: wish.amountFen });
      return insistOnTaken(outcome);
    },
    queryReversal: async (requestId) => outcomeOf(await ask(`/v1/red-invoices/${encodeURIComponent(requestId)}`), { id: requestId }),
    file: (number, format) => fileOf(settings, number, format),
  };
}

const blueBody = ({ serial, sellerTaxNumber, buyer, item, amountFen, orderNumber }: IssueWish) => ({
  serial,
  sellerTaxNumber,
  buyer: { isPerson: buyer.kind === 'INDIVIDUAL', name: buyer.title, taxNumber: buyer.taxNumber },
  item: { name: item.name, code: item.code, taxRate: item.taxRate },
  amount: plainYuan(amountFen),
  orderNumber,
});

const redBody = ({ requestId, sellerTaxNumber, number, amountFen, reason }: ReversalWish) => ({
  requestId,
  sellerTaxNumber,
  number,
  amount: plainYuan(amountFen),
  reason: reasonCodes[reason],
});

function outcomeOf(answer: WireAnswer, asked: { id: string; amountFen?: number }): TaxOutcome {
  const body = jsonOf(answer.bytes);
  if (answer.status === 404 && refusal.safeParse(body).data?.code === 'NOT_FOUND') return { state: 'unknown' };
  const parsed = told.safeParse(body);
  if (answer.status !== 200 || !parsed.success) {
    const { code, message } = refusal.safeParse(body).data ?? { code: '', message: 'not understood' };
    throw new PlatformSilentError(`${asked.id}: ${answer.status} ${code} ${message}`);
  }
  const { data } = parsed;
  if (data.id !== asked.id) throw new PlatformSilentError(`${asked.id}: the answer to another question`);
  if (data.status === 'PENDING') return { state: 'pending' };
  if (data.status === 'FAILED') return { state: 'failed', because: data.reason };
  const isAsWished = asked.amountFen === undefined || data.amount === plainYuan(asked.amountFen);
  if (!isAsWished) throw new PlatformSilentError(`${asked.id}: issued with the amount ${data.amount}`);
  return { state: 'issued', number: data.number, issuedAt: new Date(data.issuedAt) };
}

/** What has just been handed over cannot be unknown. */
function insistOnTaken(outcome: TaxOutcome): TaxOutcome {
  if (outcome.state === 'unknown') throw new PlatformSilentError('handed over and not found');
  return outcome;
}

async function fileOf(settings: PlatformSettings, number: string, format: FileFormat): Promise<Buffer | null> {
  const path = `/v1/invoices/${number}/files/${format.toLowerCase()}`;
  const { status, bytes } = await call(settings, { method: 'GET', path, most: mostOfFile });
  if (status === 404) return null;
  if (status !== 200 || bytes.length === 0) throw new PlatformSilentError(`${path}: ${status}`);
  return bytes;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new PlatformSilentError('an answer that is no JSON', { cause: error });
  }
}

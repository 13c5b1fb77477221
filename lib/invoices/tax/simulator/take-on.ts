import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { parseCreditCode } from '@/lib/kernel/credit-code';
import { beijing } from './beijing-time';
import { type Blue, type BlueInput, blueInput, type Red, type RedInput, redInput } from './books';
import { type Answer, type Call, type Desk, refusal } from './desk';

/** A blue invoice: the same serial is the same invoice, however often it comes. */
export function takeBlue(desk: Desk, call: Call): Answer {
  const parsed = blueInput.safeParse(json(call.body));
  if (!parsed.success) return unreadable(parsed.error.issues);
  const input = parsed.data;
  const known = desk.journal.books.blues.get(input.serial);
  if (known) return again(desk, known, input);
  const failure = desk.faults.refusal || flawOf(input);
  const entry: Blue = { kind: 'blue', input, ...courseOf(desk, failure) };
  desk.journal.write(entry);
  return { status: 200, json: told(desk, entry) };
}

/** A red one for a blue number. A blue one is taken back once. */
export function takeRed(desk: Desk, call: Call): Answer {
  const parsed = redInput.safeParse(json(call.body));
  if (!parsed.success) return unreadable(parsed.error.issues);
  const input = parsed.data;
  const known = desk.journal.books.reds.get(input.requestId);
  if (known) return again(desk, known, input);
  const failure = desk.faults.redRefusal || redFlawOf(desk, input);
  const entry: Red = { kind: 'red', input, ...courseOf(desk, failure) };
  desk.journal.write(entry);
  return { status: 200, json: told(desk, entry) };
}

/** One entry in the words of the wire. */
export function told({ now }: Desk, { kind, input, number, readyAt, failure }: Blue | Red): object {
  const id = kind === 'blue' ? input.serial : input.requestId;
  if (failure) return { id, status: 'FAILED', reason: failure };
  if (now() < readyAt) return { id, status: 'PENDING' };
  return { id, status: 'ISSUED', number, issuedAt: beijing(readyAt), amount: input.amount };
}

const again = (desk: Desk, known: Blue | Red, input: BlueInput | RedInput): Answer =>
  isDeepStrictEqual(known.input, input)
    ? { status: 200, json: told(desk, known) }
    : refusal(409, 'ID_USED', '这个流水号已用于另一张发票');

const courseOf = ({ journal, faults, now }: Desk, failure: string) => ({
  number: failure ? '' : freshNumber(now(), (number) => journal.books.byNumber.has(number)),
  readyAt: now() + faults.issueAfterMs,
  failure,
});

/** Year, district, and sixteen digits of which nobody can tell anything. */
function freshNumber(at: number, isUsed: (number: string) => boolean): string {
  const tail = [randomInt(1e8), randomInt(1e8)].map((digits) => String(digits).padStart(8, '0')).join('');
  const number = `${beijing(at).slice(2, 4)}32${tail}`;
  return isUsed(number) ? freshNumber(at, isUsed) : number;
}

function flawOf({ sellerTaxNumber, buyer, amount }: BlueInput): string {
  if (!parseCreditCode(sellerTaxNumber).ok) return '销售方纳税人识别号有误，请核对开票设置。';
  if (buyer.isPerson && buyer.taxNumber) return '购买方为自然人时不填纳税人识别号。';
  if (buyer.taxNumber && !parseCreditCode(buyer.taxNumber).ok) return '购买方纳税人识别号有误，请核对后重新开具。';
  return Number(amount) > 0 ? '' : '金额须大于零。';
}

function redFlawOf({ journal: { books } }: Desk, { number, amount, sellerTaxNumber }: RedInput): string {
  const blue = books.byNumber.get(number);
  if (blue?.kind !== 'blue' || blue.input.sellerTaxNumber !== sellerTaxNumber) return '没有找到这张蓝字发票。';
  if (blue.input.amount !== amount) return '红冲金额与蓝字发票不一致。';
  const isReversed = [...books.reds.values()].some((red) => red.input.number === number && !red.failure);
  return isReversed ? '这张蓝字发票已经红冲。' : '';
}

const unreadable = (issues: readonly { path: PropertyKey[] }[]): Answer =>
  refusal(400, 'PARAM_ERROR', issues.map(({ path }) => path.join('.')).join(' '));

/** Undefined where it is none: the schemas refuse that. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { headers, isFresh, isSigned, replayWindowSeconds, requestText } from '../signature';
import { type Answer, type Call, type Desk, refusal } from './desk';
import { invoiceFile } from './files/invoice-file';
import { takeBlue, takeRed, told } from './take-on';

interface Route {
  method: string;
  path: RegExp;
  answer: (desk: Desk, call: Call, groups: string[]) => Answer | Promise<Answer>;
}

const routes: Route[] = [
  { method: 'POST', path: /^\/v1\/invoices$/, answer: takeBlue },
  { method: 'GET', path: /^\/v1\/invoices\/([^/]+)$/, answer: (desk, _, [serial]) => found(desk, desk.journal.books.blues.get(serial ?? '')) },
  { method: 'POST', path: /^\/v1\/red-invoices$/, answer: takeRed },
  { method: 'GET', path: /^\/v1\/red-invoices\/([^/]+)$/, answer: (desk, _, [id]) => found(desk, desk.journal.books.reds.get(id ?? '')) },
  { method: 'GET', path: /^\/v1\/invoices\/(\d{20})\/files\/(pdf|ofd|xml)$/, answer: (desk, _, [number, format]) => fileOf(desk, number ?? '', format ?? '') },
];

/** One call, whoever makes it: first of all it has to be one of ours, of these minutes, and not made before. */
export async function answerCall(desk: Desk, call: Call): Promise<Answer> {
  const flaw = signatureFlaw(desk, call);
  if (flaw) return refusal(401, flaw, '签名无效、过期或重复');
  if (desk.faults.answers === 'failing') return refusal(500, 'SYSTEM_ERROR', '系统繁忙，请稍后再试');
  const answer = await route(desk, call);
  return desk.faults.doubled ? route(desk, call) : answer;
}

function signatureFlaw({ appId, secret, now, nonces }: Desk, { method, target, header, body }: Call): string | null {
  const [timestamp, nonce] = [header(headers.timestamp), header(headers.nonce)];
  const text = requestText({ method, target, timestamp, nonce, body });
  if (header(headers.app) !== appId || !nonce || !isSigned(text, header(headers.signature), secret)) return 'SIGN_ERROR';
  if (!isFresh(timestamp, now())) return 'NOT_FRESH';
  if (nonces.has(nonce)) return 'REPLAYED';
  for (const [old, at] of nonces) if (now() - at > 2 * replayWindowSeconds * 1000) nonces.delete(old);
  nonces.set(nonce, now());
  return null;
}

function route(desk: Desk, call: Call): Answer | Promise<Answer> {
  const path = new URL(call.target, 'http://platform').pathname;
  for (const { method, path: pattern, answer } of routes) {
    const match = method === call.method ? pattern.exec(path) : null;
    if (match) return answer(desk, call, match.slice(1).map(decodeURIComponent));
  }
  return refusal(404, 'NO_SUCH_ADDRESS', '接口不存在');
}

const found = (desk: Desk, entry: Parameters<typeof told>[1] | undefined): Answer =>
  entry ? { status: 200, json: told(desk, entry) } : refusal(404, 'NOT_FOUND', '没有这个流水号');

async function fileOf({ journal: { books }, faults, now }: Desk, number: string, format: string): Promise<Answer> {
  const entry = books.byNumber.get(number);
  if (!entry || faults.filesMissing || now() < entry.readyAt) return refusal(404, 'NOT_FOUND', '版式文件还没有生成');
  const blue = entry.kind === 'blue' ? entry : books.byNumber.get(entry.input.number);
  if (blue?.kind !== 'blue') return refusal(404, 'NOT_FOUND', '没有这张发票');
  return { status: 200, file: await invoiceFile({ entry, blue: blue.input }, format) };
}

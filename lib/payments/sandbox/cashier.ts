import { randomBytes, randomInt } from 'node:crypto';
import type { Desk } from './desk.ts';
import { returnAddress } from './alipay/return-address.ts';
import { canBePaid, isAlipay, type Trade } from './trades.ts';

export type Page = { status: number; html: string } | { status: 303; location: string };

export interface Visit {
  method: string;
  token: string;
  /** '' shows the page, 'pay' and 'leave' are its two buttons. */
  button: string;
  returnTo: string | null;
}

/** The page on which a person pays, or pretends to. */
export function visitCashier(desk: Desk, visit: Visit): Page {
  const trade = [...desk.journal.trades.values()].find(({ token }) => token === visit.token);
  if (!trade) return { status: 404, html: document('没有这笔订单', '<p>请回到原页面重新发起支付。</p>') };
  const back = trade.returnUrl ?? safeReturn(trade, visit.returnTo);
  if (visit.method === 'POST' && visit.button === 'pay' && canBePaid(trade, desk.now())) {
    pay(desk, trade);
    const next = isAlipay(trade) ? returnAddress(desk, trade.outTradeNumber) : back;
    return next ? { status: 303, location: next } : shown(trade.outTradeNumber, desk, null);
  }
  if (visit.method === 'POST' && visit.button === 'leave' && back) return { status: 303, location: back };
  return shown(trade.outTradeNumber, desk, back);
}

export function pay(desk: Desk, trade: Trade): void {
  const at = desk.now();
  const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  desk.journal.write({
    kind: 'paid',
    outTradeNumber: trade.outTradeNumber,
    at,
    transactionId: `${isAlipay(trade) ? '' : '4200'}${day}${Array.from({ length: isAlipay(trade) ? 20 : 16 }, () => randomInt(10)).join('')}`,
    noticeId: randomBytes(16).toString('hex'),
  });
  desk.paid(trade.outTradeNumber);
}

/** Back only to the merchant's own site, which is where his notices go. */
function safeReturn(trade: Trade, returnTo: string | null): string | null {
  if (!returnTo || !URL.canParse(returnTo)) return null;
  return new URL(returnTo).origin === new URL(trade.notifyUrl).origin ? returnTo : null;
}

function shown(outTradeNumber: string, desk: Desk, back: string | null): Page {
  const trade = desk.journal.trades.get(outTradeNumber);
  if (!trade) throw new Error(`trade vanished: ${outTradeNumber}`);
  const facts = `<dl><dt>商品</dt><dd>${escaped(trade.description)}</dd>
<dt>支付方式</dt><dd>${isAlipay(trade) ? '支付宝' : '微信支付'}</dd>
<dt>商户订单号</dt><dd>${escaped(trade.outTradeNumber)}</dd>
<dt>金额</dt><dd class="sum">¥${(trade.totalFen / 100).toFixed(2)}</dd></dl>`;
  const link = back ? `<p><a href="${escaped(back)}">返回商户页面</a></p>` : '<p>请回到原页面查看结果。</p>';
  if (trade.state === 'SUCCESS') return { status: 200, html: document('支付成功', `${facts}${link}`) };
  if (!canBePaid(trade, desk.now())) {
    const title = trade.state === 'CLOSED' ? '订单已关闭' : '订单已过期';
    return { status: 200, html: document(title, `${facts}<p>这笔订单不能再支付。</p>${link}`) };
  }
  const query = back && !trade.returnUrl ? `?redirect_url=${encodeURIComponent(back)}` : '';
  const form = `<form method="post" action="/cashier/${trade.token}${escaped(query)}">
<button name="button" value="pay">确认支付</button>
${back ? '<button name="button" value="leave" class="quiet">放弃</button>' : ''}</form>`;
  return { status: 200, html: document('确认支付', `${facts}${form}`) };
}

const document = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - 沙箱收银台</title><style>${style}</style></head>
<body><main><p class="notice">沙箱收银台，不会真实扣款</p><h1>${title}</h1>${body}</main></body></html>`;

const style = `body{margin:0;background:#f4f6f9;color:#1c2733;font:17px/1.7 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:26rem;margin:0 auto;padding:1.5rem 1.25rem;background:#fff;min-height:100vh;box-sizing:border-box}
.notice{margin:0;padding:.5rem .75rem;border:2px dashed #8a5a00;background:#fff8e6;color:#6b4500}
h1{font-size:1.5rem;margin:1.25rem 0}dl{margin:0 0 1.5rem}dt{color:#51606f}dd{margin:0 0 .75rem;overflow-wrap:anywhere}
.sum{font-size:1.75rem;font-weight:700;font-variant-numeric:tabular-nums}
button{display:block;width:100%;min-height:48px;margin:0 0 .75rem;font:inherit;border-radius:6px;border:2px solid #14508c;background:#14508c;color:#fff}
button.quiet{background:#fff;color:#14508c}:focus-visible{outline:3px solid #e08a00;outline-offset:2px}a{color:#14508c}`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

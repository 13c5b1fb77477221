import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';

const isDevelopment = process.env.NODE_ENV === 'development';

/** A content policy with a fresh script nonce, and the path for "sign in and come back". No authorisation here. */
export function proxy(request: NextRequest): NextResponse {
  if (!isReadable(request.nextUrl.pathname) || /%00/.test(request.url)) return new NextResponse(null, { status: 400 });
  // Files have the policy of next.config.ts.
  if (request.nextUrl.pathname.startsWith('/api/files/')) return NextResponse.next();
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-requested-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (env.APP_URL.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

/** No text of ours has a NUL in it, PostgreSQL takes none, and half a character is no address. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `object-src 'none'`,
    `frame-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self' ${payOrigins()}`.trim(),
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Without scripts, paying leads from our form straight to the provider's pages, one of which leads to the next. */
function payOrigins(): string {
  if (env.SANDBOX_GATEWAY_URL) return new URL(env.SANDBOX_GATEWAY_URL).origin;
  return [
    env.PAYMENT_PROVIDER.includes('wechat') ? 'https://wx.tenpay.com' : '',
    env.PAYMENT_PROVIDER.includes('alipay') ? 'https://*.alipay.com' : '',
  ].join(' ');
}

// Bodies of routes matched here are cut at 10 MB, so uploads stay outside; their policy stands in next.config.ts.
export const config = { matcher: ['/((?!api/uploads|api/health|_next/static|icon.svg).*)'] };

import { isFromElsewhere } from '@/lib/web/same-origin';

/** After signing out a shared computer keeps nothing that was typed; then home. */
export function GET(request: Request): Response {
  const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
  // Another site could throw away somebody's typing with a picture of this address.
  if (!isFromElsewhere(request)) headers.set('clear-site-data', '"storage"');
  return new Response(null, { status: 303, headers });
}

/** Asked for by a page of another site; old browsers do not say. */
export function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site') ?? 'none';
  return site !== 'same-origin' && site !== 'none';
}

/** A form that posts straight to a route has no token of the framework; browsers say where it came from. */
export function isSameOrigin(request: Request): boolean {
  if (request.headers.has('sec-fetch-site')) return !isFromElsewhere(request);
  const origin = request.headers.get('origin');
  if (!origin) return true;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

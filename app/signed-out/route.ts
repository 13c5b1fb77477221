/** After signing out a shared computer keeps nothing that was typed; then home. */
export function GET(): Response {
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'clear-site-data': '"storage"', 'cache-control': 'no-store' },
  });
}

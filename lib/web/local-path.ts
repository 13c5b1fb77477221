const anywhere = 'http://local.invalid';

/** A path of this site to go back to, or null: an address that leads elsewhere is not followed. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/') || /[\p{Cc}\\]/u.test(text)) return null;
  if (!URL.canParse(text, anywhere)) return null;
  const { origin, pathname, search, hash } = new URL(text, anywhere);
  return origin === anywhere && !pathname.startsWith('//') ? pathname + search + hash : null;
}

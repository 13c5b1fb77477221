import path from 'node:path';

/** app/(public)/notices/[id]/page.tsx, named from app on → /notices/[id] */
export function routeOf(file: string): string {
  const parts = path.posix.dirname(file).split('/');
  return `/${parts.filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`;
}

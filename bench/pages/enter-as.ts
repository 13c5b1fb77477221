import type { PersonaSlug } from '@/lib/accounts/personas';

/** Presses the button of a demo persona as a browser without scripts does; answers with the cookies. */
export async function enterAs(url: string, slug: PersonaSlug): Promise<string> {
  const page = await fetch(`${url}/personas/${slug}`);
  const html = await page.text();
  const form = /<form[^>]*enctype="multipart\/form-data"[^>]*>(?:(?!<\/form>).)*name="persona"(?:(?!<\/form>).)*<\/form>/is.exec(html)?.[0];
  if (!form) throw new Error(`no button on /personas/${slug}`);
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) body.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  const answer = await fetch(page.url, { method: 'POST', body, redirect: 'manual', headers: { origin: url } });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`entering as ${slug} was answered with ${answer.status}`);
  return cookies.join('; ');
}

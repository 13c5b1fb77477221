import { gzipSync } from 'node:zlib';
import type { Bench, Figure, MeasuringContext } from './measurement';
import { applicantOn } from './pages/applicant-on';

const LIMIT_KB = 150;

/** Script that a page makes a browser load at first sight, compressed; the largest of the five most used pages counts. */
async function run(context: MeasuringContext): Promise<Figure[]> {
  const { url, cookie, applicationId } = await applicantOn(context);
  const pages = {
    首页: '/',
    级别和条件: '/certifications/jiangsu',
    我的认证: '/my/certifications',
    申报任务: `/apply/${applicationId}`,
    填写业绩成果: `/apply/${applicationId}/form/achievements`,
  };
  const weights = new Map<string, number>();
  const kilobytes: Record<string, number> = {};
  for (const [name, path] of Object.entries(pages)) {
    const html = await (await fetch(url + path, { headers: { cookie } })).text();
    let bytes = 0;
    for (const script of scriptsOf(html)) bytes += await weightOf(new URL(script, url).href, weights);
    kilobytes[name] = Math.round(bytes / 102.4) / 10;
  }
  context.say(Object.entries(kilobytes).map(([name, size]) => `${name} ${size} KB`).join(', '));
  const ours = Math.max(...Object.values(kilobytes));
  const ratio = Math.round((ours / LIMIT_KB) * 100) / 100;
  const baselineName = 'the limit for applicant pages; Next alone is about 136 KB';
  return [
    { name: 'js.first_load_kb', unit: 'KB', ours, baseline: LIMIT_KB, baselineName, ratio, runs: 5, seed: context.seed },
  ];
}

/** Named in a tag or in the page's data; what only browsers without modules load does not count. */
function scriptsOf(html: string): Set<string> {
  const old = new Set([...html.matchAll(/<script(?=[^>]*nomodule)[^>]*src="([^"]+)"/gi)].map(([, src = '']) => pathOf(src)));
  const named = [...html.matchAll(/(?:\/_next\/)?static\/chunks\/[^"'\\\s<>]+?\.js/g)].map(([path]) => pathOf(path));
  return new Set(named.filter((path) => !old.has(path)));
}

const pathOf = (src: string): string => `/_next/${src.replace(/^\/_next\//, '').split('?')[0]}`;

async function weightOf(address: string, known: Map<string, number>): Promise<number> {
  const weighed = known.get(address);
  if (weighed !== undefined) return weighed;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
  const weight = gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  known.set(address, weight);
  return weight;
}

export default { name: 'js.first_load_kb', run } satisfies Bench;

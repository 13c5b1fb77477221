import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { formHtml, type Peer } from '@/bench/application-forms/form-html';
import type { MeasuringContext } from '@/bench/measurement';
import { defaultFontDirectory } from '@/lib/documents/fonts/font-directory';

const TICKS_A_SECOND = 100;

/** A warm Chromium that prints forms; its time is that of all its processes, not of the program that asks it. */
export async function startChromiumPrinter(context: MeasuringContext) {
  const { program, env } = await context.browser();
  const server = await chromium.launchServer({
    executablePath: program,
    env: { ...process.env, ...env, FONTCONFIG_FILE: serifFontConfiguration(context.folder) },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  const root = server.process().pid;
  if (root === undefined) throw new Error('the browser has no process');
  return {
    print: async (peer: Peer): Promise<Uint8Array> => {
      await page.setContent(await formHtml(peer));
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    },
    cpuSeconds: () => treeOf(root).reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS_A_SECOND,
    stop: async () => {
      await browser.close();
      await server.close();
    },
  };
}

function serifFontConfiguration(folder: string): string {
  const file = path.join(folder, 'serif-fonts.conf');
  const fonts = path.join(defaultFontDirectory(), '@expo-google-fonts/noto-serif-sc');
  const folders = ['400Regular', '700Bold'].map((weight) => `<dir>${path.join(fonts, weight)}</dir>`).join('');
  const cache = `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}${cache}</fontconfig>`);
  return file;
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? fieldsOf(Number(name)) : undefined;
    if (fields !== undefined) parents.set(Number(name), Number(fields[1]));
  }
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && belongs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter((pid) => belongs(pid));
}

/** utime, stime and those of children that have ended. */
function ticksOf(pid: number): number {
  const fields = fieldsOf(pid) ?? [];
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
}

/** What follows the name, which may itself hold spaces; undefined for a process that has just ended. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined;
    throw error;
  }
}

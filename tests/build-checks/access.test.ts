import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { actionAccess } from '../build/access/action-access';
import { preparations } from '../build/access/action-preparations';
import { pageAccess } from '../build/access/page-access';
import { routeOf } from '../build/access/route-of';

const sources = fs
  .readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll(path.sep, '/'), text: fs.readFileSync(path.join('app', file), 'utf8') }));

const routeMethods = (text: string): string[] =>
  [...text.matchAll(/^export \{?[^;\n]*/gm)].flatMap(([line]) => line.match(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g) ?? []);

const answered = sources.flatMap(({ file, text }) => {
  if (/(^|\/)page\.tsx$/.test(file)) return [`GET ${routeOf(file)}`];
  return /(^|\/)route\.tsx?$/.test(file) ? routeMethods(text).map((method) => `${method} ${routeOf(file)}`) : [];
});

test('of every page and route somebody has said who may', () => {
  expect(answered.length).toBeGreaterThan(80);
  expect(answered.toSorted()).toEqual(Object.keys(pageAccess).toSorted());
});

const isActionFile = (text: string): boolean => /^\s*['"]use server['"]/.test(text);
const actionFiles = sources.filter(({ text }) => isActionFile(text));

interface Action {
  name: string;
  kind: 'action' | 'openAction' | 'other';
  body: string;
}

/** Every top-level function or constant that is exported or made by a wrapper; `body` is its own text. */
function actionsIn(text: string): Action[] {
  const begins = /^(export )?(?:async function (\w+)|(?:function|const|type|interface) (\w+))/gm;
  const starts = [...text.matchAll(begins)].map((match) => ({ match, at: match.index }));
  return starts.flatMap(({ match, at }, index) => {
    const body = text.slice(at, starts[index + 1]?.at);
    const [, wrapper] = /^[^=]*= (action|openAction)\(\{/.exec(body) ?? [];
    const kind = wrapper === 'action' || wrapper === 'openAction' ? wrapper : 'other';
    if (!match[1] && kind === 'other') return [];
    return [{ name: match[2] ?? match[3] ?? '', kind, body }];
  });
}

const actions = actionFiles.flatMap(({ file, text }) => actionsIn(text).map((action) => ({ file, ...action })));
const known = (action: { file: string; name: string }) => actionAccess[action.file]?.[action.name];

test('of every server action somebody has said who may', () => {
  const listed = Object.entries(actionAccess).flatMap(([file, of]) => Object.keys(of).map((name) => `${file}: ${name}`));
  expect(actions.length).toBeGreaterThan(80);
  expect(actions.map(({ file, name }) => `${file}: ${name}`).toSorted()).toEqual(listed.toSorted());
});

const partOf = (body: string, part: string): string =>
  (new RegExp(`^ {2}${part}: ([\\s\\S]*?),\\n(?= {2}\\w|\\})`, 'm').exec(body)?.[1] ?? '').replace(/\s+/g, ' ');

function isKept({ kind, body }: Action, by: string): boolean {
  if (kind === 'action') return partOf(body, 'judge').includes(by);
  if (by === 'open') return kind === 'openAction';
  return by.includes('(') ? body.includes(by) : body.includes(`${by}(`);
}

test('the code of every action sees to it', () => {
  const wrong = actions.filter((action) => !isKept(action, known(action)?.[1] ?? 'nothing'));
  expect(wrong.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

test('what runs before a judgement is looked at', () => {
  const prepared = actions.filter(({ body }) => partOf(body, 'prepare') !== '').map(({ file, name }) => `${file}: ${name}`);
  expect(prepared.toSorted()).toEqual(Object.keys(preparations).toSorted());
});

test('an action stands in a file of its own kind, never inside a page', () => {
  const inside = sources.filter(({ text }) => /['"]use server['"]/.test(text) && !isActionFile(text));
  expect(inside.map(({ file }) => file)).toEqual([]);
  const elsewhere = ['lib', 'components'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('db/generated'))
      .filter((file) => /^\s*['"]use server['"]/m.test(fs.readFileSync(path.join(folder, file), 'utf8'))),
  );
  expect(elsewhere).toEqual([]);
});

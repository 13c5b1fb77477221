import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKey } from './autosave-draft';
import { startAutosave } from './autosave-engine';
import type { AutosaveState } from './autosave-state';
import { othersAtWork } from './before-send';

type Body = { section: string; baseRevision: number; values: Record<string, string> };

let form: HTMLFormElement;
let shown: AutosaveState;
let bodies: Body[];
let answers: (() => Promise<Response>)[];
let engine: ReturnType<typeof startAutosave>;

const key = draftKey('a1', 'basic');
const accepted = (revision: number) => async () => Response.json({ revision, savedAt: '2025-03-01T06:03:00Z' });
const broken = async () => Promise.reject(new TypeError('Failed to fetch'));

function start(revision = 1) {
  engine = startAutosave({
    form,
    endpoint: '/save',
    applicationId: 'a1',
    section: 'basic',
    revision,
    savedAt: null,
    show: (state) => {
      shown = state;
    },
  });
}

function type(text: string) {
  const input = form.elements.namedItem('name');
  if (!(input instanceof HTMLInputElement)) throw new Error('the input is missing');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

const kept = () => JSON.parse(localStorage.getItem(key) ?? 'null');

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  document.body.innerHTML = '<form><input name="name" value="旧"></form>';
  form = document.forms[0] as HTMLFormElement;
  bodies = [];
  answers = [];
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body));
    return (answers.shift() ?? accepted(2))();
  });
});

afterEach(() => {
  engine.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('autosave of a form', () => {
  it('saves once after a pause, with the revision it started from', async () => {
    start();
    type('新');
    type('新的');
    await vi.advanceTimersByTimeAsync(1300);
    expect(bodies).toEqual([{ section: 'basic', baseRevision: 1, values: { name: '新的' } }]);
    expect(shown).toMatchObject({ revision: 2, savedAt: '2025-03-01T06:03:00Z', pending: null });
    expect(kept()).toBeNull();
  });

  it('saves at the latest after eight seconds of steady typing', async () => {
    start();
    for (let second = 0; second < 9; second++) {
      type(`第 ${second} 秒`);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(bodies.length).toBeGreaterThanOrEqual(1);
  });

  it('keeps every keystroke on this device until the server has it', () => {
    start();
    type('还没保存');
    expect(kept()).toMatchObject({ baseRevision: 1, values: { name: '还没保存' } });
  });

  it('says that it is offline and saves when the line is back', async () => {
    answers = [broken];
    start();
    type('离线');
    await vi.advanceTimersByTimeAsync(1300);
    expect(shown.trouble).toEqual({ kind: 'offline' });
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(10);
    expect(shown.trouble).toBeNull();
    expect(bodies.at(-1)?.values).toEqual({ name: '离线' });
  });

  it('saves at once when the page is left', async () => {
    start();
    type('要走了');
    window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(1);
    expect(bodies.at(-1)?.values).toEqual({ name: '要走了' });
  });

  it('puts unsaved words back after a reload and saves them', async () => {
    localStorage.setItem(
      key,
      JSON.stringify({ baseRevision: 1, values: { name: '上次没存上' }, sent: null, at: new Date().toISOString() }),
    );
    start();
    expect(form.elements.namedItem('name')).toHaveProperty('value', '上次没存上');
    await vi.advanceTimersByTimeAsync(1300);
    expect(bodies.at(-1)?.values).toEqual({ name: '上次没存上' });
  });

  it('asks when the server has a newer copy than the words kept here', () => {
    localStorage.setItem(
      key,
      JSON.stringify({ baseRevision: 1, values: { name: '本机' }, sent: null, at: new Date().toISOString() }),
    );
    start(4);
    expect(shown.trouble).toMatchObject({ kind: 'conflict', theirs: { revision: 4, values: { name: '旧' } } });
    engine.decide('tookTheirs');
    expect(form.elements.namedItem('name')).toHaveProperty('value', '旧');
    expect(shown.setAside).toEqual({ name: '本机' });
  });

  it('saves mine over the other copy when I say so', async () => {
    answers = [
      async () => Response.json({ revision: 7, savedAt: 'x', values: { name: '另一处' } }, { status: 409 }),
      accepted(8),
    ];
    start();
    type('我的');
    await vi.advanceTimersByTimeAsync(1300);
    expect(shown.trouble?.kind).toBe('conflict');
    engine.decide('keptMine');
    await vi.advanceTimersByTimeAsync(10);
    expect(bodies.at(-1)).toMatchObject({ baseRevision: 7, values: { name: '我的' } });
    expect(shown.revision).toBe(8);
  });

  it('stops and says so when the sign-in has run out', async () => {
    answers = [async () => new Response(null, { status: 401 })];
    start();
    type('过期');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.trouble?.kind).toBe('barred');
    expect(bodies).toHaveLength(1);
    expect(kept()).toMatchObject({ values: { name: '过期' } });
  });

  it('shows the refusal of the server and tries again after a change', async () => {
    answers = [async () => Response.json({ message: '姓名太长。' }, { status: 422 }), accepted(2)];
    start();
    type('太长太长');
    await vi.advanceTimersByTimeAsync(1300);
    expect(shown.trouble).toEqual({ kind: 'refused', message: '姓名太长。' });
    type('短');
    await vi.advanceTimersByTimeAsync(1300);
    expect(shown.trouble).toBeNull();
  });

  it('lets the form wait for a saving that is under way, then stands on its revision', async () => {
    document.body.innerHTML = '<form><input type="hidden" name="baseRevision" value="1"><input name="name" value="旧"></form>';
    form = document.forms[0] as HTMLFormElement;
    let answer: (response: Response) => void = () => undefined;
    answers.push(() => new Promise((done) => (answer = done)));
    start();
    type('新');
    await vi.advanceTimersByTimeAsync(1300);
    const waiting = othersAtWork(form);
    answer(Response.json({ revision: 2, savedAt: '2025-03-01T06:03:00Z' }));
    await waiting;
    expect(new FormData(form).get('baseRevision')).toBe('2');
  });

  it('takes what the form itself saved for its own, and saves on from there', async () => {
    start();
    await othersAtWork(form);
    engine.rebase({ revision: 5, savedAt: null });
    type('再改');
    await vi.advanceTimersByTimeAsync(1300);
    expect(bodies.map(({ baseRevision }) => baseRevision)).toEqual([5]);
  });

  it('does not take for its own what came from elsewhere', async () => {
    start();
    engine.rebase({ revision: 5, savedAt: null });
    type('再改');
    await vi.advanceTimersByTimeAsync(1300);
    expect(bodies.map(({ baseRevision }) => baseRevision)).toEqual([1]);
  });
});

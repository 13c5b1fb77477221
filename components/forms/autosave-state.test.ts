import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AutosaveEvent, type AutosaveState, canSend, nextAutosave, startingState } from './autosave-state';

const start = startingState({ revision: 3, savedAt: null, values: { name: '旧' } });
const run = (state: AutosaveState, ...events: AutosaveEvent[]) => events.reduce(nextAutosave, state);
const typed = (name: string): AutosaveEvent => ({ kind: 'typed', values: { name } });
const theirs = { revision: 5, savedAt: '2025-03-01T06:03:00Z', values: { name: '另一处' } };

/** The server answers only what it was asked, and a person is asked only in a conflict. */
function canHappen(state: AutosaveState, { kind }: AutosaveEvent): boolean {
  if (kind === 'typed') return true;
  if (kind === 'sent') return canSend(state);
  if (kind === 'keptMine' || kind === 'tookTheirs') return state.trouble?.kind === 'conflict';
  return state.sending !== null;
}

describe('autosave', () => {
  it('sends what was typed, and only then', () => {
    expect(canSend(start)).toBe(false);
    expect(canSend(run(start, typed('新')))).toBe(true);
    expect(canSend(run(start, typed('旧')))).toBe(false);
  });

  it('sends one request at a time and keeps what is typed meanwhile', () => {
    const sending = run(start, typed('一'), { kind: 'sent' }, typed('二'));
    expect(canSend(sending)).toBe(false);
    const after = run(sending, { kind: 'accepted', revision: 4, savedAt: '2025-03-01T06:03:00Z' });
    expect(after).toMatchObject({ revision: 4, saved: { name: '一' }, pending: { name: '二' } });
    expect(canSend(after)).toBe(true);
  });

  it('remembers a return to the old words while a request is on its way', () => {
    const state = run(start, typed('一'), { kind: 'sent' }, typed('旧'), {
      kind: 'accepted',
      revision: 4,
      savedAt: 'x',
    });
    expect(state.pending).toEqual({ name: '旧' });
  });

  it('keeps everything when the line is down, and may try again', () => {
    const offline = run(start, typed('一'), { kind: 'sent' }, { kind: 'unreachable' });
    expect(offline).toMatchObject({ pending: { name: '一' }, sending: null, trouble: { kind: 'offline' } });
    expect(canSend(offline)).toBe(true);
  });

  it('asks a person when another device has saved something else, and sends nothing until then', () => {
    const conflict = run(start, typed('我的'), { kind: 'sent' }, { kind: 'outdated', theirs });
    expect(conflict.trouble).toEqual({ kind: 'conflict', theirs });
    expect(conflict.pending).toEqual({ name: '我的' });
    expect(canSend(conflict)).toBe(false);
  });

  it('saves mine on top of theirs when I keep mine', () => {
    const kept = run(start, typed('我的'), { kind: 'sent' }, { kind: 'outdated', theirs }, { kind: 'keptMine' });
    expect(kept).toMatchObject({ revision: 5, pending: { name: '我的' }, trouble: null });
    expect(canSend(kept)).toBe(true);
  });

  it('keeps my words readable when I take theirs', () => {
    const taken = run(start, typed('我的'), { kind: 'sent' }, { kind: 'outdated', theirs }, { kind: 'tookTheirs' });
    expect(taken).toMatchObject({ revision: 5, saved: theirs.values, pending: null, setAside: { name: '我的' } });
    expect(run(taken, { kind: 'dismissed' }).setAside).toBeNull();
  });

  it('recognises its own request whose answer was lost', () => {
    const own = { ...theirs, values: { name: '一' } };
    const state = run(start, typed('一'), { kind: 'sent' }, typed('二'), { kind: 'outdated', theirs: own });
    expect(state).toMatchObject({ revision: 5, pending: { name: '二' }, trouble: null });
  });

  it('takes the same words from another device for saved', () => {
    const same = { ...theirs, values: { name: ' 新 ' } };
    expect(run(start, typed('新'), { kind: 'sent' }, { kind: 'outdated', theirs: same })).toMatchObject({
      pending: null,
      trouble: null,
      revision: 5,
    });
  });

  it('waits for a change after a refusal, and for a sign-in when barred', () => {
    const refused = run(start, typed('一'), { kind: 'sent' }, { kind: 'refused', message: '太长' });
    expect(canSend(refused)).toBe(false);
    expect(canSend(run(refused, typed('短')))).toBe(true);
    const barred = run(start, typed('一'), { kind: 'sent' }, { kind: 'barred', message: '请登录' });
    expect(canSend(run(barred, typed('二')))).toBe(false);
  });

  it('never loses the last words, whatever the server answers and in whatever order', () => {
    const answer = fc.constantFrom<AutosaveEvent>(
      { kind: 'sent' },
      { kind: 'accepted', revision: 4, savedAt: 'x' },
      { kind: 'outdated', theirs },
      { kind: 'unreachable' },
      { kind: 'refused', message: '不行' },
      { kind: 'barred', message: '请登录' },
      { kind: 'keptMine' },
      { kind: 'tookTheirs' },
    );
    const events = fc.array(fc.oneof(answer, fc.string({ minLength: 1 }).map(typed)), { maxLength: 30 });
    fc.assert(
      fc.property(events, (all) => {
        let state = start;
        let last = '旧';
        for (const event of all) {
          if (!canHappen(state, event)) continue;
          if (event.kind === 'typed') last = String(event.values.name);
          state = nextAutosave(state, event);
          const places = [state.pending, state.sending, state.saved, state.setAside].map((values) => values?.name);
          expect(places.map((name) => String(name ?? '').trim())).toContain(last.trim());
          if (event.kind === 'tookTheirs' && state.setAside) last = String(state.saved.name);
        }
      }),
    );
  });
});

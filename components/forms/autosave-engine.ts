import {
  type AutosaveEvent,
  type AutosaveState,
  canSend,
  nextAutosave,
  type ServerCopy,
  startingState,
} from './autosave-state';
import { type Draft, draftKey, dropDraft, keepDraft, readDraft } from './autosave-draft';
import { tellAutosaved } from './autosaved';
import { beforeSend, isBeforeSend } from './before-send';
import { fillForm, formValues, sameValues } from './form-values';

export interface AutosaveSetup {
  form: HTMLFormElement;
  endpoint: string;
  applicationId: string;
  section: string;
  revision: number;
  savedAt: string | null;
  show: (state: AutosaveState, isKeptHere: boolean) => void;
}

const pause = 1200;
const longestPause = 8000;
const retryAfter = 10_000;
const keepaliveLimit = 60_000;

/** Watches one form until it is told to stop. */
export function startAutosave(setup: AutosaveSetup) {
  const { form, endpoint, section, show } = setup;
  const key = draftKey(setup.applicationId, section);
  const draft = readDraft(key, Date.now());
  let state = beginningOf(setup, draft);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstTypedAt = 0;
  let isStopped = false;
  let inFlight: Promise<void> = Promise.resolve();
  let wasSubmitted = false;

  function apply(event: AutosaveEvent) {
    state = nextAutosave(state, event);
    const isKeptHere = keepUnsaved(key, state);
    writeBaseRevision(form, state.revision);
    if (!isStopped) show(state, isKeptHere);
  }

  function typed() {
    apply({ kind: 'typed', values: formValues(form) });
    firstTypedAt ||= Date.now();
    plan(Math.max(0, Math.min(pause, firstTypedAt + longestPause - Date.now())));
  }

  function plan(wait: number) {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(send, wait);
  }

  // While the form itself is under way, two savings of one page would look like two devices.
  function send() {
    if (canSend(state) && isUnderWay(form)) plan(pause);
    else if (canSend(state)) inFlight = exchange();
  }

  async function exchange() {
    firstTypedAt = 0;
    apply({ kind: 'sent' });
    apply(await ask({ form, endpoint, section, baseRevision: state.revision, values: state.sending ?? {} }));
    if (!isStopped && canSend(state)) plan(state.trouble ? retryAfter : pause);
  }

  function decide(kind: 'keptMine' | 'tookTheirs' | 'dismissed') {
    apply({ kind });
    if (kind === 'tookTheirs') fillForm(form, state.saved);
    plan(0);
  }

  // The form's own submission saves the section too: it waits for a saving that is under way, and none follows it.
  function hold(event: Event) {
    clearTimeout(timer);
    wasSubmitted = true;
    if (isBeforeSend(event)) event.detail.waitFor(inFlight);
  }

  function rebase(answer: { revision: number; savedAt: string | null }) {
    if (!wasSubmitted || answer.revision <= state.revision) return;
    wasSubmitted = false;
    apply({ kind: 'rebased', server: { ...answer, savedAt: answer.savedAt ?? isoNow(), values: formValues(form) } });
  }

  const stopListening = listen(form, { typed, sendNow: send, hold });
  if (draft) resumeDraft({ draft, form, state, apply });
  plan(0);

  function stop() {
    isStopped = true;
    clearTimeout(timer);
    stopListening();
    send();
  }

  return { decide, rebase, stop };
}

const isUnderWay = (form: HTMLFormElement) => form.getAttribute('aria-busy') === 'true';

/** A page from the browser's own store can be older than what this device has already saved. */
function beginningOf({ form, revision, savedAt }: AutosaveSetup, draft: Draft | null): AutosaveState {
  const known = Math.max(revision, draft?.baseRevision ?? 0);
  return startingState({ revision: known, savedAt, values: formValues(form) });
}

/** True where the browser keeps what the server does not have yet, or nothing has to be kept. */
function keepUnsaved(key: string, { pending, sending, revision }: AutosaveState): boolean {
  const values = pending ?? sending;
  return values ? keepDraft(key, { baseRevision: revision, values, sent: sending, at: isoNow() }) : dropDraft(key);
}

/** The form's own submission carries it; React writes it too, but only with its next drawing. */
function writeBaseRevision(form: HTMLFormElement, revision: number): void {
  const input = form.elements.namedItem('baseRevision');
  if (input instanceof HTMLInputElement) input.value = String(revision);
}

interface Resumption {
  draft: Draft;
  form: HTMLFormElement;
  state: AutosaveState;
  apply: (event: AutosaveEvent) => void;
}

/** Text that this device could not save last time goes back into the form; a newer copy elsewhere is a conflict. */
function resumeDraft({ draft, form, state, apply }: Resumption) {
  if (sameValues(draft.values, state.saved)) return apply({ kind: 'typed', values: state.saved });
  const isOurs = draft.baseRevision >= state.revision || (draft.sent && sameValues(draft.sent, state.saved));
  const theirs: ServerCopy = { revision: state.revision, savedAt: state.savedAt ?? '', values: state.saved };
  fillForm(form, draft.values);
  apply({ kind: 'typed', values: draft.values });
  if (!isOurs) apply({ kind: 'outdated', theirs });
}

type Listeners = Record<'typed' | 'sendNow', () => void> & { hold: (event: Event) => void };

function listen(form: HTMLFormElement, { typed, sendNow, hold }: Listeners) {
  const away = new AbortController();
  const { signal } = away;
  const leave = () => {
    if (document.visibilityState === 'hidden') sendNow();
  };
  form.addEventListener('input', typed, { signal });
  form.addEventListener('change', typed, { signal });
  form.addEventListener(beforeSend, hold, { signal });
  window.addEventListener('online', sendNow, { signal });
  window.addEventListener('pagehide', sendNow, { signal });
  document.addEventListener('visibilitychange', leave, { signal });
  return () => away.abort();
}

interface SaveRequest {
  form: HTMLFormElement;
  endpoint: string;
  section: string;
  baseRevision: number;
  values: AutosaveState['saved'];
}

const barred = '登录已过期或内容已不能修改。本页填写的内容已暂存，请重新登录后回到本页。';

async function ask({ form, endpoint, ...request }: SaveRequest): Promise<AutosaveEvent> {
  const body = JSON.stringify(request);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < keepaliveLimit / 3,
    });
    if (response.ok) tellAutosaved(form);
    return await eventOf(response);
  } catch {
    return { kind: 'unreachable' };
  }
}

async function eventOf(response: Response): Promise<AutosaveEvent> {
  if (response.ok) return { kind: 'accepted', ...((await response.json()) as { revision: number; savedAt: string }) };
  if (response.status === 409) return { kind: 'outdated', theirs: (await response.json()) as ServerCopy };
  if (response.status === 422) return { kind: 'refused', ...((await response.json()) as { message: string }) };
  if (response.status === 401 || response.status === 403) return { kind: 'barred', message: barred };
  return { kind: 'unreachable' };
}

const isoNow = () => new Date().toISOString();

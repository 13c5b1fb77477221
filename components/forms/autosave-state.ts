import type { FormValues } from '@/lib/kernel/form-state';
import { sameValues } from './form-values';

export interface ServerCopy {
  revision: number;
  savedAt: string;
  values: FormValues;
}

type Trouble =
  | { kind: 'offline' }
  | { kind: 'refused' | 'barred'; message: string }
  | { kind: 'conflict'; theirs: ServerCopy };

export interface AutosaveState {
  /** What the server has, as far as is known here. */
  revision: number;
  savedAt: string | null;
  saved: FormValues;
  /** Typed and not yet sent. */
  pending: FormValues | null;
  /** Sent and not yet answered. */
  sending: FormValues | null;
  trouble: Trouble | null;
  /** What was typed here and gave way to the other copy; shown until it is dismissed. */
  setAside: FormValues | null;
}

export type AutosaveEvent =
  | { kind: 'typed'; values: FormValues }
  | { kind: 'sent' }
  | { kind: 'accepted'; revision: number; savedAt: string }
  | { kind: 'outdated'; theirs: ServerCopy }
  | { kind: 'unreachable' }
  | { kind: 'refused' | 'barred'; message: string }
  | { kind: 'keptMine' | 'tookTheirs' | 'dismissed' }
  /** The form itself was sent and answered: what it shows now stands on the server's revision. */
  | { kind: 'rebased'; server: ServerCopy };

type Step<Kind extends AutosaveEvent['kind']> = (
  state: AutosaveState,
  event: Extract<AutosaveEvent, { kind: Kind }>,
) => AutosaveState;

const steps: { [Kind in AutosaveEvent['kind']]: Step<Kind> } = {
  typed: (state, { values }) => ({
    ...state,
    pending: !state.sending && sameValues(values, state.saved) ? null : values,
    trouble: state.trouble?.kind === 'refused' ? null : state.trouble,
  }),
  sent: (state) => ({ ...state, sending: state.pending, pending: null }),
  accepted: (state, { revision, savedAt }) => ({
    ...state,
    revision,
    savedAt,
    saved: state.sending ?? state.saved,
    sending: null,
    trouble: null,
  }),
  outdated,
  unreachable: (state) => ({ ...unsent(state), trouble: { kind: 'offline' } }),
  refused: (state, { message }) => ({ ...unsent(state), trouble: { kind: 'refused', message } }),
  barred: (state, { message }) => ({ ...unsent(state), trouble: { kind: 'barred', message } }),
  keptMine: (state) =>
    state.trouble?.kind === 'conflict' ? { ...onTopOf(state, state.trouble.theirs), pending: state.pending } : state,
  tookTheirs: (state) =>
    state.trouble?.kind === 'conflict'
      ? { ...onTopOf(state, state.trouble.theirs), pending: null, setAside: state.pending }
      : state,
  dismissed: (state) => ({ ...state, setAside: null }),
  rebased: (state, { server }) => ({ ...onTopOf(state, server), pending: null }),
};

export function nextAutosave(state: AutosaveState, event: AutosaveEvent): AutosaveState {
  return (steps[event.kind] as Step<typeof event.kind>)(state, event);
}

export function startingState(server: ServerCopy | (Omit<ServerCopy, 'savedAt'> & { savedAt: null })): AutosaveState {
  const { revision, savedAt, values } = server;
  return { revision, savedAt, saved: values, pending: null, sending: null, trouble: null, setAside: null };
}

/** One request at a time; nothing is sent while a person has to decide or the server will not listen. */
export function canSend(state: AutosaveState): boolean {
  return state.pending !== null && state.sending === null && (!state.trouble || state.trouble.kind === 'offline');
}

/** Somebody saved in between: our own earlier request whose answer was lost, the same words, or another device. */
function outdated(state: AutosaveState, { theirs }: { theirs: ServerCopy }): AutosaveState {
  const mine = state.pending ?? state.sending;
  if (!mine || sameValues(theirs.values, mine)) return { ...onTopOf(state, theirs), pending: null };
  if (state.sending && sameValues(theirs.values, state.sending)) return { ...onTopOf(state, theirs), pending: mine };
  return { ...state, pending: mine, sending: null, trouble: { kind: 'conflict', theirs } };
}

const unsent = (state: AutosaveState): AutosaveState => ({
  ...state,
  pending: state.pending ?? state.sending,
  sending: null,
});

const onTopOf = (state: AutosaveState, { revision, savedAt, values }: ServerCopy): AutosaveState => ({
  ...state,
  revision,
  savedAt,
  saved: values,
  sending: null,
  trouble: null,
});

import type { FormValues } from '@/lib/kernel/form-state';

type RawInput = Record<string, FormDataEntryValue | FormDataEntryValue[]>;

/** Names to values; a name that comes twice becomes a list. Names of the framework and of the language are left out. */
export function readFormData(data: FormData): RawInput {
  const input: RawInput = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || name in Object.prototype) continue;
    const values = data.getAll(name).map(storable);
    const [first] = values;
    if (first === undefined) continue;
    input[name] = values.length > 1 ? values : first;
  }
  return input;
}

/** PostgreSQL keeps neither NUL nor half a character. */
const storable = (value: FormDataEntryValue): FormDataEntryValue =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value;

const neverEchoed = /password|ticket|secret/i;

/** What the person typed, to be shown again beside the refusal; never passwords, never files. */
export function echoOf(input: RawInput): FormValues {
  const echo: FormValues = {};
  for (const [name, value] of Object.entries(input)) {
    if (neverEchoed.test(name)) continue;
    if (typeof value === 'string') echo[name] = value;
    if (Array.isArray(value)) echo[name] = value.filter((part) => typeof part === 'string');
  }
  return echo;
}

/** Errors in the order of the page; what the browser does not send, such as a box left unticked, comes last. */
export function inFormOrder<Errors>(errors: Record<string, Errors> | undefined, input: RawInput) {
  if (!errors) return undefined;
  const places = Object.keys(input);
  const placeOf = (name: string): number => (places.includes(name) ? places.indexOf(name) : places.length);
  return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

import type { FormValues } from '@/lib/kernel/form-state';

/** What a form holds, without files, passwords and what is marked data-autosave="off". */
export function formValues(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('$ACTION_') || isPrivate(form, name)) continue;
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/** Puts values into a form as if they had been typed. */
export function fillForm(form: HTMLFormElement, values: FormValues): void {
  for (const input of form.elements) {
    if (!isInput(input) || !input.name || isPrivate(form, input.name)) continue;
    const wanted = [values[input.name] ?? ''].flat();
    if (input instanceof HTMLInputElement && (input.type === 'checkbox' || input.type === 'radio')) {
      input.checked = wanted.includes(input.value);
    } else {
      input.value = wanted[0] ?? '';
    }
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Blank and missing are the same, and so are one value and a list of one: the server may have tidied up. */
export function sameValues(one: FormValues, other: FormValues): boolean {
  return differingNames(one, other).length === 0;
}

export function differingNames(one: FormValues, other: FormValues): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => plain(one[name]) !== plain(other[name]));
}

const plain = (value: string | string[] | undefined): string =>
  JSON.stringify(
    [value ?? []]
      .flat()
      .map((text) => text.trim().replaceAll('\r\n', '\n'))
      .filter(Boolean),
  );

/** The words above an input, to name it to its author. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const found = form.elements.namedItem(name);
  const input = found instanceof RadioNodeList ? found[0] : found;
  if (!(input instanceof HTMLElement)) return name;
  const legend = found instanceof RadioNodeList ? input.closest('fieldset')?.querySelector('legend') : null;
  const label = legend ?? input.closest('.field')?.querySelector('.field-label, legend, label');
  return label?.textContent?.replace('（选填）', '').trim() ?? name;
}

/** A value as its author saw it: the words of a choice instead of its code. */
export function wordsOf(form: HTMLFormElement, name: string, value: string | string[] | undefined): string {
  const chosen = [value ?? []].flat();
  const inputs = [...form.elements].filter((element) => isInput(element) && element.name === name) as Input[];
  const words = chosen.map((code) => choiceWords(inputs, code) ?? code);
  return words.filter(Boolean).join('、') || '（空）';
}

function choiceWords(inputs: Input[], code: string): string | null | undefined {
  for (const input of inputs) {
    if (input instanceof HTMLSelectElement) return [...input.options].find(({ value }) => value === code)?.textContent;
    const isChoice = input.type === 'radio' || input.type === 'checkbox';
    if (isChoice && input.value === code) return input.labels?.[0]?.textContent;
  }
  return undefined;
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isInput = (element: Element): element is Input =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

function isPrivate(form: HTMLFormElement, name: string): boolean {
  const found = form.elements.namedItem(name);
  const input = found instanceof RadioNodeList ? found[0] : found;
  if (!(input instanceof HTMLElement)) return false;
  if (input.dataset.autosave === 'off') return true;
  return input instanceof HTMLInputElement && (input.type === 'password' || input.type === 'file');
}

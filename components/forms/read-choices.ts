import type { FormValues } from '@/lib/kernel/form-state';

/** Every box that is ticked now, by name. */
export function readChoices(form: HTMLFormElement): FormValues {
  const ticked = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked')];
  return Object.fromEntries(
    [...Map.groupBy(ticked, ({ name }) => name)].map(([name, boxes]) => [name, boxes.map(({ value }) => value)]),
  );
}

import type { FormAction } from '@/lib/kernel/form-state';

/** One form, two buttons: without scripts the button that sends the code posts the whole form. */
export const withCode =
  (send: FormAction, finish: FormAction): FormAction =>
  (previous, data) =>
    data.get('intent') === 'send-code' ? send(previous, data) : finish(previous, data);

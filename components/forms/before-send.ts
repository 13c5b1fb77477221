export const beforeSend = 'beforesend';

type BeforeSend = CustomEvent<{ waitFor: (work: Promise<unknown>) => void }>;

export const isBeforeSend = (event: Event): event is BeforeSend => event.type === beforeSend && event instanceof CustomEvent;

/** Asks whatever watches this form to finish first, for instance a saving that is under way. */
export async function othersAtWork(form: HTMLFormElement): Promise<void> {
  const works: Promise<unknown>[] = [];
  const waitFor = (work: Promise<unknown>) => void works.push(work);
  form.dispatchEvent(new CustomEvent(beforeSend, { detail: { waitFor } }));
  await Promise.allSettled(works);
}

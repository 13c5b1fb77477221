import type { FormAction, FormState } from '@/lib/kernel/form-state';

const connectionLost = '网络连接中断，内容还在本页，没有丢失。请检查网络后再点一次。';

/** What the person typed, without the marks that React adds for browsers without scripts. */
export function typedData(form: HTMLFormElement, submitter?: HTMLElement | null): FormData {
  const data = new FormData(form, submitter);
  for (const name of [...data.keys()]) {
    if (name.startsWith('$ACTION_')) data.delete(name);
  }
  return data;
}

/** Asks the server; a lost connection is an answer too, everything else (a redirect, a fault) goes on its way. */
export async function askServer(action: FormAction, previous: FormState, data: FormData): Promise<FormState> {
  try {
    return await action(previous, data);
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    return { status: 'refused', message: connectionLost };
  }
}

export function isConnectionLoss(error: unknown): boolean {
  return error instanceof TypeError && !('digest' in error);
}

/** For places with room for one line. */
export function firstSentence({ message, fieldErrors }: FormState): string | undefined {
  return message ?? Object.values(fieldErrors ?? {}).flat()[0];
}

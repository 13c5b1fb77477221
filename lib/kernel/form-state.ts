export type FormValues = Record<string, string | string[]>;

export type FormState = {
  status: 'idle' | 'done' | 'refused';
  message?: string;
  fieldErrors?: Record<string, string[]>;
  values?: FormValues;
  reference?: string;
};

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

export const idleForm: FormState = { status: 'idle' };

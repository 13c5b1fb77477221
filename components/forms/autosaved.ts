/** Rises from a form when the server has taken what was typed. */
export const autosaved = 'autosaved';

export const tellAutosaved = (form: HTMLFormElement): boolean => form.dispatchEvent(new CustomEvent(autosaved, { bubbles: true }));

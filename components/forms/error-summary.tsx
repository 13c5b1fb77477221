import type { MouseEvent } from 'react';
import type { FormState } from '@/lib/kernel/form-state';

/** What is to be done, linked to the inputs; or that it is done. */
export function ErrorSummary({ state, title }: { state: FormState; title?: string }) {
  if (state.status === 'done' && state.message) {
    return (
      <div className="banner banner-success" role="status">
        <p className="banner-title">{state.message}</p>
      </div>
    );
  }
  if (state.status !== 'refused') return null;
  const errors = Object.entries(state.fieldErrors ?? {}).filter(([, sentences]) => sentences.length > 0);
  return (
    <div className="error-summary stack-small">
      <h2>{title ?? (errors.length > 0 ? `请修改以下 ${errors.length} 处` : '没有办成')}</h2>
      {state.message && !errors.some(([, [sentence]]) => sentence === state.message) ? <p>{state.message}</p> : null}
      {errors.length > 0 ? (
        <ul>
          {errors.map(([name, [sentence]]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={(event) => goToInput(event, name)}>
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {state.reference ? <p>联系技术咨询时请提供编号：{state.reference}</p> : null}
    </div>
  );
}

function goToInput(event: MouseEvent<HTMLAnchorElement>, name: string) {
  const found = event.currentTarget.closest('form')?.elements.namedItem(name);
  const input = found instanceof RadioNodeList ? found[0] : found;
  const target = input instanceof HTMLInputElement && input.type === 'hidden' ? document.getElementById(name) : input;
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.focus();
  (target.closest('.field') ?? target).scrollIntoView({ block: 'center' });
}

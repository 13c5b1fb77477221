import { clockTime } from '@/lib/kernel/dates';
import type { FormValues } from '@/lib/kernel/form-state';
import type { ServerCopy } from './autosave-state';
import { differingNames, labelOf, wordsOf } from './form-values';

interface AutosaveConflictProps {
  form: HTMLFormElement;
  mine: FormValues;
  theirs: ServerCopy;
  decide: (kind: 'keptMine' | 'tookTheirs') => void;
}

/** Both texts are shown whole; neither is dropped before a person has chosen. */
export function AutosaveConflict({ form, mine, theirs, decide }: AutosaveConflictProps) {
  const names = differingNames(mine, theirs.values);
  return (
    <div className="banner banner-warning" role="alert">
      <p className="banner-title">
        另一台设备上有更新的内容{theirs.savedAt ? `（${clockTime(new Date(theirs.savedAt))} 保存）` : ''}
      </p>
      <p>以下 {names.length} 项不同，请选择保留哪一份。</p>
      <dl className="stack-small">
        {names.map((name) => (
          <div key={name}>
            <dt className="font-semibold">{labelOf(form, name)}</dt>
            <dd>本机：{wordsOf(form, name, mine[name])}</dd>
            <dd>另一处：{wordsOf(form, name, theirs.values[name])}</dd>
          </div>
        ))}
      </dl>
      <div className="button-row banner-action">
        <button type="button" className="button button-small" onClick={() => decide('keptMine')}>
          保留本机填写的内容
        </button>
        <button type="button" className="button button-secondary button-small" onClick={() => decide('tookTheirs')}>
          改用另一处的内容
        </button>
      </div>
    </div>
  );
}

interface SetAsideProps {
  form: HTMLFormElement;
  mine: FormValues;
  taken: FormValues;
  dismiss: () => void;
}

/** What gave way stays readable, to be copied. */
export function SetAside({ form, mine, taken, dismiss }: SetAsideProps) {
  return (
    <details className="disclosure" open>
      <summary>本机刚才填写的内容（需要时可复制）</summary>
      <dl className="disclosure-body stack-small">
        {differingNames(mine, taken).map((name) => (
          <div key={name}>
            <dt className="font-semibold">{labelOf(form, name)}</dt>
            <dd className="whitespace-pre-line select-text">{wordsOf(form, name, mine[name])}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button button-secondary button-small mt-3" onClick={dismiss}>
        不再需要，收起
      </button>
    </details>
  );
}

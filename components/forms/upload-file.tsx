import { type ReactNode, useActionState } from 'react';
import { type FormAction, idleForm } from '@/lib/kernel/form-state';
import { sizeWords, type Transfer, transferWords } from './upload-state';

export interface ExistingUpload {
  id: string;
  name: string;
  size: number;
  state: 'checking' | 'ready' | 'refused';
  /** Why it was refused, or what was found. */
  note?: string;
  previewHref?: string;
  downloadHref?: string;
}

const existingWords = { checking: '正在检查文件', ready: '已上传', refused: '未通过检查' };

export function ExistingFile({ file, onRemove }: { file: ExistingUpload; onRemove?: FormAction }) {
  const words = file.note ?? existingWords[file.state];
  return (
    <li className={`upload-file upload-${file.state}`}>
      <Preview href={file.previewHref} name={file.name} />
      <div>
        <p className="upload-name">
          {file.downloadHref ? (
            <a className="text-link" href={file.downloadHref}>
              {file.name}
            </a>
          ) : (
            file.name
          )}
        </p>
        <p className="upload-state">
          {words} · {sizeWords(file.size)}
        </p>
      </div>
      {onRemove ? <RemoveFile file={file} onRemove={onRemove} /> : null}
    </li>
  );
}

function RemoveFile({ file, onRemove }: { file: ExistingUpload; onRemove: FormAction }) {
  const [answer, remove, isPending] = useActionState(onRemove, idleForm);
  return (
    <form action={remove} className="upload-actions">
      <input type="hidden" name="id" value={file.id} />
      <button type="submit" className="button button-quiet button-small" aria-disabled={isPending}>
        删除<span className="sr-only">{file.name}</span>
      </button>
      {answer.status === 'refused' ? (
        <span role="alert" className="field-error">
          {answer.message}
        </span>
      ) : null}
    </form>
  );
}

interface TransferRowProps {
  transfer: Transfer;
  onRetry: (key: string) => void;
  onDismiss: (key: string) => void;
}

export function TransferRow({ transfer, onRetry, onDismiss }: TransferRowProps) {
  const { key, name, state, percent } = transfer;
  const isMoving = state === 'waiting' || state === 'uploading' || state === 'paused';
  return (
    <li className={`upload-file upload-${state}`}>
      <Preview name={name} />
      <div>
        <p className="upload-name">{name}</p>
        {isMoving ? <progress className="progress" value={percent} max={100} aria-label={`${name} 上传进度`} /> : null}
        <p className="upload-state" role={state === 'refused' ? 'alert' : 'status'}>
          {transferWords(transfer)}
        </p>
      </div>
      <div className="upload-actions">
        {state === 'paused' ? (
          <Small onClick={() => onRetry(key)}>
            继续<span className="sr-only">上传{name}</span>
          </Small>
        ) : null}
        {state === 'uploading' || state === 'checking' ? null : (
          <Small onClick={() => onDismiss(key)}>
            {state === 'paused' || state === 'waiting' ? '取消' : '知道了'}
            <span className="sr-only">{name}</span>
          </Small>
        )}
      </div>
    </li>
  );
}

function Small({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="button button-quiet button-small" onClick={onClick}>
      {children}
    </button>
  );
}

function Preview({ href, name }: { href?: string; name: string }) {
  const ending = name.split('.').at(-1)?.toUpperCase().slice(0, 4);
  return (
    <span className="upload-preview" aria-hidden="true">
      {href ? <img src={href} alt="" loading="lazy" width="56" height="56" /> : ending}
    </span>
  );
}

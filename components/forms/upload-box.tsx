'use client';

import { type ChangeEvent, type DragEvent, useState } from 'react';
import type { FormAction, FormState } from '@/lib/kernel/form-state';
import { ExistingFile, type ExistingUpload, TransferRow } from './upload-file';
import { UploadPicker } from './upload-picker';
import { useTransfers } from './use-transfers';

export interface UploadBoxProps {
  label: string;
  hint?: string;
  /** Address that speaks the tus protocol. */
  endpoint: string;
  purpose: string;
  metadata: Record<string, string>;
  /** MIME types or endings: application/pdf, image/jpeg, .pdf. */
  accept: string[];
  /** In words: PDF、JPG 或 PNG. */
  acceptText: string;
  maxBytes: number;
  existing: ExistingUpload[];
  /** Files the upload; done with values.id, or refused with a sentence. */
  onUploaded: (uploadId: string) => Promise<FormState>;
  /** Gets { id }. */
  onRemove?: FormAction;
  /** Where a browser without scripts posts the file, as multipart with the metadata beside it. */
  fallbackAction: string;
  multiple?: boolean;
  /** Offers the camera on devices that have one. */
  capture?: boolean;
  id?: string;
}

/** Is a form of its own: never inside another. */
export function UploadBox(props: UploadBoxProps) {
  const { label, hint, metadata, purpose, existing, onRemove, id = `upload-${purpose}` } = props;
  const { transfers, choose, retry, dismiss } = useTransfers(props);
  const [isOver, setIsOver] = useState(false);
  const shown = transfers.filter(({ fileId }) => !fileId || !existing.some((file) => file.id === fileId));

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    choose([...event.dataTransfer.files]);
  }

  function pick({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    choose([...(currentTarget.files ?? [])]);
    currentTarget.value = '';
  }

  return (
    <section aria-labelledby={`${id}-label`} className="field">
      <h2 id={`${id}-label`} className="field-label">
        {label}
      </h2>
      <p id={`${id}-hint`} className="field-hint">
        {hint ?? `支持${props.acceptText}`}
      </p>
      <form action={props.fallbackAction} method="post" encType="multipart/form-data">
        <input type="hidden" name="purpose" value={purpose} />
        {Object.entries(metadata).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside do the same. */}
        <div
          className="upload-drop"
          data-over={isOver}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
        >
          <UploadPicker {...props} id={id} onPick={pick} />
        </div>
      </form>
      <ul className="upload-files" aria-label={`${label}：已选文件`}>
        {existing.map((file) => (
          <ExistingFile key={file.id} file={file} onRemove={onRemove} />
        ))}
        {shown.map((transfer) => (
          <TransferRow key={transfer.key} transfer={transfer} onRetry={retry} onDismiss={dismiss} />
        ))}
      </ul>
    </section>
  );
}

import type { ChangeEvent } from 'react';

interface PhotoPickerProps {
  name: string;
  label: string;
  fallbackAction: string;
  fields: Record<string, string>;
  existing?: { href: string };
  onPick: (event: ChangeEvent<HTMLInputElement>) => void;
}

export function PhotoPicker({ name, label, fallbackAction, fields, existing, onPick }: PhotoPickerProps) {
  const accept = 'image/jpeg,image/png';
  return (
    <form action={fallbackAction} method="post" encType="multipart/form-data" className="crop">
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {existing ? <img className="photo" src={existing.href} alt="已上传的证件照" width="295" height="413" /> : null}
      <div className="button-row">
        <span className="button button-secondary upload-button">
          {existing ? '更换照片' : '选择照片'}
          <input
            className="upload-input"
            type="file"
            id={name}
            name={name}
            accept={accept}
            onChange={onPick}
            aria-label={`${existing ? '更换' : '选择'}${label}`}
            aria-describedby={`${name}-hint`}
          />
        </span>
        <span className="button button-secondary upload-button upload-camera needs-script">
          拍照
          <input
            className="upload-input"
            type="file"
            accept={accept}
            capture="user"
            onChange={onPick}
            aria-label="拍照"
          />
        </span>
        <noscript>
          <button type="submit" className="button">
            上传
          </button>
        </noscript>
      </div>
    </form>
  );
}

import type { ChangeEvent } from 'react';

interface UploadPickerProps {
  id: string;
  label: string;
  accept: string[];
  multiple?: boolean;
  capture?: boolean;
  onPick: (event: ChangeEvent<HTMLInputElement>) => void;
}

export function UploadPicker({ id, label, accept, multiple, capture, onPick }: UploadPickerProps) {
  const shared = { className: 'upload-input', onChange: onPick };
  return (
    <>
      <div className="button-row">
        <span className="button button-secondary upload-button">
          选择文件
          <input
            {...shared}
            id={id}
            type="file"
            name="file"
            accept={accept.join(',')}
            multiple={multiple}
            aria-label={`选择文件：${label}`}
            aria-describedby={`${id}-hint`}
          />
        </span>
        {capture ? (
          <span className="button button-secondary upload-button upload-camera needs-script">
            拍照上传
            <input
              {...shared}
              type="file"
              accept="image/jpeg,image/png"
              capture="environment"
              aria-label={`拍照：${label}`}
            />
          </span>
        ) : null}
      </div>
      <p className="field-hint upload-drag-hint needs-script">也可以把文件拖到这里</p>
      <noscript>
        <button type="submit" className="button">
          上传
        </button>
      </noscript>
    </>
  );
}

'use client';

import { type ChangeEvent, useState, useTransition } from 'react';
import { type FormState, idleForm } from '@/lib/kernel/form-state';
import { clampView, type CropView, isSharpEnough, photoFrame, startView } from './crop-geometry';
import { photoFile, readPicture } from './photo-drawing';
import { PhotoFrame } from './photo-frame';
import { PhotoPicker } from './photo-picker';
import { askServer, firstSentence } from './submission';

interface PhotoCropProps {
  label: string;
  hint?: string;
  /** Gets the finished JPEG under `name`, together with `fields`. */
  upload: (previous: FormState, data: FormData) => Promise<FormState>;
  /** Where a browser without scripts posts the file. */
  fallbackAction: string;
  fields?: Record<string, string>;
  name?: string;
  existing?: { href: string };
}

/** Is a form of its own: never inside another. */
export function PhotoCrop({
  label,
  hint,
  upload,
  fallbackAction,
  fields = {},
  name = 'photo',
  existing,
}: PhotoCropProps) {
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [view, setView] = useState<CropView>(startView);
  const [answer, setAnswer] = useState<FormState>(idleForm);
  const [isPending, startTransition] = useTransition();

  async function pick({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    const read = await readPicture(file);
    currentTarget.value = '';
    setPicture(read);
    setView(startView);
    setAnswer(read ? idleForm : refused('这张图片打不开，请换一张 JPG 或 PNG 照片。'));
  }

  const move = (next: CropView) => picture && setView(clampView(next, picture, photoFrame));

  function save() {
    if (!picture) return;
    startTransition(async () => {
      const file = await photoFile(picture, view);
      const next = file
        ? await askServer(upload, idleForm, packed({ file, name, fields }))
        : refused('照片没有生成，请换一张再试。');
      startTransition(() => {
        setAnswer(next);
        if (next.status === 'done') setPicture(null);
      });
    });
  }

  return (
    <section className="field" aria-labelledby={`${name}-label`}>
      <h2 id={`${name}-label`} className="field-label">
        {label}
      </h2>
      <p id={`${name}-hint`} className="field-hint">
        {hint ?? '近期免冠正面照，白色背景。选好后在本页裁剪，不需要自己改尺寸。'}
      </p>
      <p
        role={answer.status === 'refused' ? 'alert' : 'status'}
        className={answer.status === 'refused' ? 'field-error' : 'field-hint'}
      >
        {firstSentence(answer)}
      </p>
      {picture ? (
        <PhotoFrame picture={picture} view={view} onMove={move} isSharp={isSharpEnough(view, picture, photoFrame)}>
          <button type="button" className="button" onClick={save} aria-disabled={isPending || undefined}>
            {isPending ? '正在保存…' : '使用这张照片'}
          </button>
          <button type="button" className="button button-quiet" onClick={() => setPicture(null)}>
            取消
          </button>
        </PhotoFrame>
      ) : (
        <PhotoPicker {...{ name, label, fallbackAction, fields, existing }} onPick={pick} />
      )}
    </section>
  );
}

const refused = (message: string): FormState => ({ status: 'refused', message });

function packed({ file, name, fields }: { file: File; name: string; fields: Record<string, string> }): FormData {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.set(key, value);
  data.set(name, file);
  return data;
}

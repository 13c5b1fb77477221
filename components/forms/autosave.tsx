'use client';

import { useEffect, useRef, useState } from 'react';
import { clockTime } from '@/lib/kernel/dates';
import { AutosaveConflict, SetAside } from './autosave-conflict';
import { startAutosave } from './autosave-engine';
import type { AutosaveState } from './autosave-state';

interface AutosaveProps {
  /**
   * POST { section, baseRevision, values } → 200 { revision, savedAt } | 409 { revision, values, savedAt }
   * | 422 { message } | 401 | 403
   */
  endpoint: string;
  applicationId: string;
  section: string;
  revision: number;
  savedAt?: string;
}

interface View {
  state: AutosaveState;
  isKeptHere: boolean;
}

/** Stands inside a form, watches it with one listener, and says what it knows. */
export function Autosave({ endpoint, applicationId, section, revision, savedAt }: AutosaveProps) {
  const place = useRef<HTMLDivElement>(null);
  const engine = useRef<ReturnType<typeof startAutosave>>(null);
  const [view, setView] = useState<View | null>(null);

  // The revision of the first drawing counts: later ones are our own saving, seen again by the page.
  const first = useRef({ revision, savedAt: savedAt ?? null });
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const show = (state: AutosaveState, isKeptHere: boolean) => setView({ state, isKeptHere });
    engine.current = startAutosave({ form, endpoint, applicationId, section, show, ...first.current });
    return () => engine.current?.stop();
  }, [endpoint, applicationId, section]);

  useEffect(() => engine.current?.rebase({ revision, savedAt: savedAt ?? null }), [revision, savedAt]);

  const { trouble, setAside } = view?.state ?? {};
  const form = place.current?.closest('form');
  return (
    <div ref={place} className="stack-small">
      <input type="hidden" name="baseRevision" value={view?.state.revision ?? revision} data-autosave="off" />
      <p className={view || savedAt ? 'autosave' : 'autosave needs-script'} aria-live={trouble ? 'polite' : 'off'}>
        <Words view={view} savedAt={savedAt} />
      </p>
      {form && trouble?.kind === 'conflict' && view ? (
        <AutosaveConflict
          form={form}
          mine={view.state.pending ?? {}}
          theirs={trouble.theirs}
          decide={(kind) => engine.current?.decide(kind)}
        />
      ) : null}
      {form && setAside && view ? (
        <SetAside
          form={form}
          mine={setAside}
          taken={view.state.saved}
          dismiss={() => engine.current?.decide('dismissed')}
        />
      ) : null}
    </div>
  );
}

function Words({ view, savedAt }: { view: View | null; savedAt?: string }) {
  if (!view) return savedAt ? `已保存 ${clockTime(new Date(savedAt))}` : '填写后自动保存';
  const { trouble, pending, sending, savedAt: last } = view.state;
  if (trouble?.kind === 'conflict') return <Alert text="另一台设备上有更新的内容" />;
  if (trouble?.kind === 'offline') {
    return (
      <Alert text={view.isKeptHere ? '已暂存在本机，联网后自动保存' : '还没有保存，请不要关闭本页，联网后自动保存'} />
    );
  }
  if (trouble) return <Alert text={trouble.message} />;
  if (pending || sending) return '正在保存';
  return last ? `已保存 ${clockTime(new Date(last))}` : '填写后自动保存';
}

function Alert({ text }: { text: string }) {
  return <span className="autosave-alert">{text}</span>;
}

'use client';

import { type MouseEvent, useEffect, useState, useTransition } from 'react';
import { type FormAction, type FormState, idleForm } from '@/lib/kernel/form-state';
import { askServer, firstSentence, typedData } from './submission';

interface SendCodeButtonProps {
  action: FormAction;
  /** Names of the inputs to take along, for instance mobile. */
  from: string[];
  waitSeconds?: number;
  children?: string;
}

/**
 * Without scripts it submits the form with intent=send-code, so that the form's own action can send the code and
 * give everything typed back.
 */
export function SendCodeButton({ action, from, waitSeconds = 60, children = '获取验证码' }: SendCodeButtonProps) {
  const [answer, setAnswer] = useState<FormState>(idleForm);
  const [isPending, startTransition] = useTransition();
  const { rest, start } = useWait(waitSeconds);

  function send(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    if (!form) return;
    event.preventDefault();
    if (isPending || rest > 0) return;
    const all = typedData(form);
    const data = new FormData();
    for (const name of from) data.set(name, all.get(name) ?? '');
    startTransition(async () => {
      const next = await askServer(action, idleForm, data);
      if (next.status === 'done') start();
      startTransition(() => setAnswer(next));
    });
  }

  return (
    <>
      <button
        type="submit"
        name="intent"
        value="send-code"
        className="button button-secondary"
        onClick={send}
        aria-disabled={isPending || rest > 0 || undefined}
      >
        {rest > 0 ? `${rest} 秒后可重发` : isPending ? '正在发送…' : children}
      </button>
      <span role="status" className={`basis-full ${answer.status === 'refused' ? 'field-error' : 'field-hint'}`}>
        {firstSentence(answer)}
      </span>
    </>
  );
}

function useWait(seconds: number) {
  const [until, setUntil] = useState(0);
  const [rest, setRest] = useState(0);

  useEffect(() => {
    if (until === 0) return;
    const tick = () => setRest(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);

  return { rest, start: () => setUntil(Date.now() + seconds * 1000) };
}

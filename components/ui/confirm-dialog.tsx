'use client';

import { type MouseEvent, type ReactNode, useRef } from 'react';

interface ConfirmDialogProps {
  id: string;
  /** Words on the button that opens it. */
  trigger: string;
  triggerVariant?: 'primary' | 'secondary' | 'danger';
  triggerSize?: 'normal' | 'small';
  title: string;
  /** The consequence in words, and the form that does it. */
  children: ReactNode;
  cancelText?: string;
}

/** Without scripts the trigger is a link to the same words further down the page. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { id, trigger, triggerVariant = 'primary', triggerSize = 'normal', title, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);

  function open(event: MouseEvent) {
    if (!dialog.current?.showModal) return;
    event.preventDefault();
    if (location.hash === `#${id}`) history.replaceState(history.state, '', location.pathname + location.search);
    dialog.current.showModal();
  }

  function close(event: MouseEvent) {
    if (!dialog.current?.open) return;
    event.preventDefault();
    dialog.current.close();
  }

  const look = `button button-${triggerVariant} ${triggerSize === 'small' ? 'button-small' : ''}`;
  return (
    <>
      <a id={`${id}-open`} href={`#${id}`} aria-haspopup="dialog" className={look} onClick={open}>
        {trigger}
      </a>
      <dialog id={id} ref={dialog} className="dialog" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} className="dialog-title">
          {title}
        </h2>
        <div className="stack">{children}</div>
        <p className="mt-4">
          <a href={`#${id}-open`} className="text-link text-link-roomy" onClick={close}>
            {props.cancelText ?? '返回，暂不办理'}
          </a>
        </p>
      </dialog>
    </>
  );
}

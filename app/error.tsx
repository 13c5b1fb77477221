'use client';

import { buttonClass } from '@/components/ui/button-class';
import { ErrorPage } from '@/components/ui/error-page';

/** The digest is what the server's log knows the fault by. */
export default function FaultPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorPage
      title="系统出了故障"
      reference={error.digest}
      actions={
        <>
          <button type="button" className={buttonClass()} onClick={reset}>
            再试一次
          </button>
          <a href="/" className={buttonClass({ variant: 'secondary' })}>
            返回首页
          </a>
        </>
      }
    >
      <p>这不是您的操作造成的，已经保存的内容都在。请稍后再试一次。</p>
    </ErrorPage>
  );
}

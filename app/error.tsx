'use client';

import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorPage } from '@/components/ui/error-page';

/** The digest is what the server's log knows the fault by. */
export default function FaultPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorPage
      title="系统出了故障"
      reference={error.digest}
      actions={
        <>
          <Button type="button" onClick={reset}>
            再试一次
          </Button>
          <ButtonLink href="/" variant="secondary">
            返回首页
          </ButtonLink>
        </>
      }
    >
      <p>这不是您的操作造成的，已经保存的内容都在。请稍后再试一次。</p>
    </ErrorPage>
  );
}

'use client';

import './globals.css';
import { ErrorPage } from '@/components/ui/error-page';

/** Stands in for the whole page when even its frame cannot be drawn. */
export default function FrameFaultPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <main id="main">
          <ErrorPage title="系统出了故障" reference={error.digest}>
            <p>这不是您的操作造成的，已经保存的内容都在。请稍后刷新本页再试。</p>
          </ErrorPage>
        </main>
      </body>
    </html>
  );
}

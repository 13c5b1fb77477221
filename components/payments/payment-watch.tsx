'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

interface PaymentWatchProps {
  orderNumber: string;
  /** What the server knew when the page was drawn. */
  pulse: string;
}

const everyMs = 3000;
const longestMs = 40 * 60_000;

/** Asks the server until there is something new to show, then draws the page again. */
export function PaymentWatch({ orderNumber, pulse }: PaymentWatchProps) {
  const router = useRouter();
  useEffect(() => {
    const startedAt = Date.now();
    const timer = setInterval(async () => {
      if (document.hidden) return;
      if (Date.now() - startedAt > longestMs) return clearInterval(timer);
      if (await hasNews(orderNumber, pulse)) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [orderNumber, pulse, router]);
  return (
    <p role="status" className="needs-script text-ink-soft">
      正在等待付款结果，付款后本页会自动更新。
    </p>
  );
}

async function hasNews(orderNumber: string, pulse: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/payments/orders/${orderNumber}/status`, { cache: 'no-store' });
    if (!response.ok) return false;
    const answer: { pulse?: string } = await response.json();
    return answer.pulse !== undefined && answer.pulse !== pulse;
  } catch (error) {
    // The network comes and goes on a phone; the next round asks again.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

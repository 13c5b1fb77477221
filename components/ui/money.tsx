import { yuan } from '@/lib/kernel/money';

export function Money({ fen, emphasis }: { fen: number; emphasis?: boolean }) {
  return <span className={emphasis ? 'money-strong' : undefined}>{yuan(fen)}</span>;
}

import type { LoadedOrder } from '@/lib/payments/lock-order';
import { refundProgress } from '@/lib/payments/refunds/refund-progress';

/** Where each refund stands, in a sentence with what happens next. */
export function RefundNotes({ refunds }: { refunds: LoadedOrder['refunds'] }) {
  const notes = refunds.flatMap((refund) => {
    const words = refundProgress(refund);
    return words ? [{ id: refund.id, words }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <ul className="stack-small" aria-label="退款进度">
      {notes.map(({ id, words }) => (
        <li key={id}>{words}</li>
      ))}
    </ul>
  );
}

import { storedRefundPolicy } from '@/lib/catalogue/schema';

/** The cycle's own words about refunds, where it has any. */
export function RefundText({ policy }: { policy: unknown }) {
  const { text } = storedRefundPolicy.parse(policy);
  return text ? <p>退费说明：{text}</p> : null;
}

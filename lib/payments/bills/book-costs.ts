import type { ProviderBill } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { endOfBeijingDay, plainDate } from '@/lib/kernel/dates';
import { enter } from '@/lib/ledger/enter';

/** What the provider kept that day: one entry for each payee, at the end of the day. */
export async function bookCosts(tx: Transaction, { id: billId, provider, day }: ProviderBill): Promise<void> {
  const kept = await tx.billLine.groupBy({ by: ['payeeId'], where: { billId, state: 'DONE' }, _sum: { feeFen: true } });
  for (const { payeeId, _sum } of kept) {
    const feeFen = _sum.feeFen ?? 0;
    if (feeFen === 0) continue;
    await enter({
      tx,
      key: `cost:${provider}:${plainDate(day)}:${payeeId ?? ''}`,
      kind: 'cost',
      payeeId,
      at: endOfBeijingDay(plainDate(day)),
      note: `${plainDate(day)} 手续费`,
      entries: [
        { account: 'GATEWAY_COSTS', provider, amountFen: feeFen },
        { account: 'GATEWAY', provider, amountFen: -feeFen },
      ],
    });
  }
}

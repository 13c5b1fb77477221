import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InvoiceMove, invoiceMoves, invoiceStatuses, type InvoiceStatusCode, moveOf } from './lifecycle';

const moves = Object.keys(invoiceMoves) as InvoiceMove[];

describe('the life of an invoice', () => {
  it('may be changed or deleted by hand only while it is 未开', () => {
    for (const move of ['amend', 'delete'] as const) expect(moveOf(move)).toMatchObject({ from: ['REQUESTED'], by: ['payer'] });
  });

  it('reaches every status from 未开, and leaves every one but 已红冲', () => {
    const reached = new Set<InvoiceStatusCode>(['REQUESTED']);
    for (let round = 0; round < invoiceStatuses.length; round++) {
      for (const move of moves.map(moveOf)) if (move.to && move.from.some((status) => reached.has(status))) reached.add(move.to);
    }
    expect([...reached].sort()).toEqual([...invoiceStatuses].sort());
    const left = invoiceStatuses.filter((status) => !moves.some((move) => moveOf(move).from.includes(status)));
    expect(left).toEqual(['REVERSED']);
  });

  it('whatever is done with the invoices of an order, never are two of them live', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('request' as const, ...moves), fc.nat(5)), { maxLength: 60 }), (deeds) => {
        const invoices: InvoiceStatusCode[] = [];
        for (const [deed, which] of deeds) {
          const isLive = invoices.some((status) => status !== 'REVERSED');
          if (deed === 'request') {
            if (!isLive) invoices.push('REQUESTED');
            continue;
          }
          const at = which % Math.max(1, invoices.length);
          const { from, to } = moveOf(deed);
          const status = invoices[at];
          if (!status || !from.includes(status)) continue;
          invoices.splice(at, 1, ...(to ? [to] : []));
        }
        expect(invoices.filter((status) => status !== 'REVERSED').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

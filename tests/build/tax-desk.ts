import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { db } from '@/lib/db/client';
import { askReversal } from '@/lib/invoices/reverse-invoice';
import { askPlatform, issueByPlatform, reverseByPlatform } from '@/lib/invoices/tax/ask-platform';
import type { TaxPlatform } from '@/lib/invoices/tax/tax-platform';
import type { TitleFacts } from '@/lib/invoices/titles';
import type { Actor } from '@/lib/kernel/actor';
import { ask, latestInvoice, paid, press, seller, take } from './invoices';
import { financeOf, payDay, type PayingApplicant, payingApplicant } from './paying-applicant';
import { setFaults, type TaxProcess, taxProcess, useTaxPlatform } from './tax-process';

/** The finance desk of an association with a tax platform, and before each test somebody who has paid and asked for an invoice. */
export function taxDesk() {
  let tax: TaxProcess;
  let applicant: PayingApplicant;
  let cashier: Actor;
  let clock = payDay.getTime();
  // Every question comes a minute after the last one.
  const later = (): Date => {
    clock += 60_000;
    return new Date(clock);
  };
  const ports = (platform: TaxPlatform = tax.platform) => ({ platform, now: later() });
  const invoice = () => latestInvoice(applicant.orderId);
  const issue = async () => issueByPlatform((await invoice()).id, ports());
  const somebodyPays = async () => {
    applicant = await payingApplicant();
    await paid(applicant);
    await ask(applicant.actor, applicant.orderId);
  };

  beforeAll(async () => {
    tax = await taxProcess();
    useTaxPlatform(tax);
  });
  afterAll(() => tax.remove());
  beforeEach(async () => {
    await somebodyPays();
    cashier = await financeOf('jiangsu');
    await seller(cashier, 'PLATFORM');
  });
  // What one test leaves behind is no other's.
  afterEach(async () => {
    await setFaults(tax.url);
    await askPlatform(ports());
  });
  return {
    tax: () => tax,
    applicant: () => applicant,
    cashier: () => cashier,
    later,
    ports,
    invoice,
    issue,
    somebodyPays,
    reverse: async () => reverseByPlatform((await invoice()).id, ports()),
    async issued(): Promise<string> {
      await take(cashier, later());
      expect(await issue()).toBe('issued');
      return (await invoice()).number ?? '';
    },
    wantReversal: async (replacement: TitleFacts | null = null) =>
      press(applicant.actor, (await invoice()).id, 'ask_reversal', askReversal, { reason: '抬头有误', replacement }, later()),
    jobsOf: async (kind: string) => db.outboxJob.count({ where: { kind, payload: { path: ['invoiceId'], equals: (await invoice()).id } } }),
  };
}

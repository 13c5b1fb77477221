import type { TitleKind } from '../labels';

/** What a blue invoice is to say. */
export interface IssueWish {
  /** Ours, at most 64 characters: told twice it is issued once. */
  serial: string;
  sellerTaxNumber: string;
  buyer: { kind: TitleKind; title: string; taxNumber: string };
  item: { name: string; code: string; taxRate: string };
  amountFen: number;
  orderNumber: string;
}

export interface ReversalWish {
  /** Ours: told twice there is one red invoice. */
  requestId: string;
  sellerTaxNumber: string;
  /** Of the blue invoice. */
  number: string;
  amountFen: number;
  /** The law's reasons: it was issued wrongly, or what was paid for did not take place. */
  reason: 'mistake' | 'service_ended';
}

export type TaxOutcome =
  | { state: 'issued'; number: string; issuedAt: Date }
  | { state: 'pending' }
  /** For good: the same serial or request will never be issued. In words for people. */
  | { state: 'failed'; because: string }
  /** The platform has never heard of it. */
  | { state: 'unknown' };

export const fileFormats = ['PDF', 'OFD', 'XML'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A platform that issues fully digital invoices for us. Every call may throw PlatformSilentError, and be made again. */
export interface TaxPlatform {
  issue(wish: IssueWish): Promise<TaxOutcome>;
  query(serial: string): Promise<TaxOutcome>;
  reverse(wish: ReversalWish): Promise<TaxOutcome>;
  queryReversal(requestId: string): Promise<TaxOutcome>;
  /** Of a blue or a red number; null while the platform has none. */
  file(number: string, format: FileFormat): Promise<Buffer | null>;
}

/** No answer, or one that cannot be trusted or understood: nothing is known, least of all that it failed. */
export class PlatformSilentError extends Error {}

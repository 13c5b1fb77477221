import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';

export interface RequestFacts {
  /** The client's address as far as our own proxies vouch for it; '' where none is known. */
  ip: string;
  userAgent: string;
}

export async function requestFacts(): Promise<RequestFacts> {
  const list = await headers();
  return {
    ip: clientAddress(list.get('x-forwarded-for') ?? '', env.TRUSTED_PROXIES),
    userAgent: list.get('user-agent') ?? '',
  };
}

/** Each of our proxies appends one address; what stands before them anybody can write. */
export function clientAddress(forwarded: string, trustedProxies: number): string {
  const hops = forwarded
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-Math.max(1, trustedProxies)) ?? '';
}

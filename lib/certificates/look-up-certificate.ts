import { countAddress, takeBackAddress } from '@/lib/accounts/count-try';
import { type PublicCertificate, publicCertificate } from './queries';

/** A certificate for anybody who has its number. Numbers that do not exist count against the address: no guessing. */
export async function lookUpCertificate(
  typed: string,
  { ip, now }: { ip: string; now: Date },
): Promise<PublicCertificate | null> {
  await countAddress('verify', ip, now);
  const certificate = await publicCertificate(typed, now);
  if (certificate) await takeBackAddress('verify', ip);
  return certificate;
}

import { X509Certificate } from 'node:crypto';
import { DomainError } from '@/lib/kernel/domain-error';

export interface AnchorFacts {
  /** PEM of this one certificate. */
  certificate: string;
  sha256: string;
  /** The authority's name, one part a line. */
  subject: string;
  validFrom: Date;
  validTo: Date;
}

const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** What a pasted certificate says; refuses what is none, or not an authority's. */
export function readAnchor(pem: string): AnchorFacts {
  const blocks = pem.match(block) ?? [];
  const [only] = blocks;
  if (!only) throw refusal('这不是 PEM 格式的证书，应以“-----BEGIN CERTIFICATE-----”开头。');
  if (blocks.length > 1) throw refusal('一次只能登记一个证书，请只粘贴发证机构的根证书或中级证书。');
  const certificate = parsed(only);
  if (!certificate.ca) throw refusal('这不是发证机构的证书（没有签发证书的权限），不能作为信任的依据。');
  return {
    certificate: certificate.toString(),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: certificate.subject,
    validFrom: certificate.validFromDate,
    validTo: certificate.validToDate,
  };
}

function parsed(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw refusal('证书内容无法读取，请从发证机构的网站重新下载后粘贴。');
  }
}

const refusal = (sentence: string) => new DomainError('BAD_CERTIFICATE', sentence, { certificate: [sentence] });

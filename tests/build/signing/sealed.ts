import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readSignatures } from '@/lib/files/child/signatures/read-signatures';
import { type SealSignatures, sealSignatures } from '@/lib/files/electronic-seals/schema';
import { certify, type Holder } from './authority';

export const signedAt = new Date('2025-02-10T02:00:00Z');
export const schoolCode = '91350100M000100Y43';

const root = certify({ name: '演示根证书', isAuthority: true });
const middle = certify({ name: '演示中级证书', isAuthority: true, issuer: root, pathLength: 0 });

/** An invented authority, and those whom it knows. */
export const authority = {
  root,
  middle,
  school: certify({ name: '示例中学（演示）', issuer: middle, subject: { '2.5.4.10': '示例中学（演示）', '2.5.4.97': `NTRCN-${schoolCode}` } }),
  teacher: certify({ name: '王示例', issuer: middle, kind: 'rsa' }),
  clock: certify({ name: '演示时间戳', issuer: root, purposes: ['1.3.6.1.5.5.7.3.8'] }),
};

export const bySchool = { signer: authority.school, issuer: middle, others: [middle], at: signedAt } as const;
export const byTeacher = { signer: authority.teacher, issuer: middle, others: [middle], at: signedAt } as const;

interface Circumstances {
  anchors?: readonly Pick<Holder, 'certificate'>[];
  at?: Date;
}

/** As the checking process looks at an upload. */
export async function check(pdf: Uint8Array, { anchors = [root], at = signedAt }: Circumstances = {}): Promise<SealSignatures> {
  const file = path.join(os.tmpdir(), `sealed-${randomUUID()}.pdf`);
  await writeFile(file, pdf);
  const trusted = anchors.map(({ certificate }) => certificate.toString('base64'));
  try {
    return sealSignatures.parse(await readSignatures({ kind: 'read-signatures', source: file, anchors: trusted, at: at.toISOString() }));
  } finally {
    await rm(file);
  }
}


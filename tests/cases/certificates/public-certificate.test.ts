import { beforeAll, expect, test } from 'vitest';
import { lookUpCertificate } from '@/lib/certificates/look-up-certificate';
import { normalisedCertificateNumber, publicCertificate } from '@/lib/certificates/queries';
import { db } from '@/lib/db/client';
import { parsePlainDate } from '@/lib/kernel/dates';
import { seedAssociations } from '@/prisma/seed/associations';

const now = new Date('2026-11-24T02:00:00Z');

beforeAll(async () => {
  await seedAssociations(db);
  const person = await db.person.create({
    data: {
      name: '周示例',
      documentKind: 'MAINLAND_ID',
      documentCipher: '-',
      documentIndex: 'd1',
      phoneCipher: '-',
      phoneIndex: 'p1',
    },
  });
  const common = {
    personId: person.id,
    associationId: 'jiangsu',
    level: 'INTERMEDIATE' as const,
    holderName: '周示例',
    issuedOn: parsePlainDate('2023-12-15') ?? now,
  };
  await db.certificate.createMany({
    data: [
      { ...common, number: 'VALID0001' },
      { ...common, number: 'LASTDAY01', validUntil: parsePlainDate('2026-11-24') },
      { ...common, number: 'EXPIRED01', validUntil: parsePlainDate('2026-11-23') },
      { ...common, number: 'REVOKED01', revokedAt: now },
    ],
  });
});

test('anybody sees level, issuer and state, and of the name only its ends', async () => {
  const certificate = await publicCertificate(' valid0001', now);
  expect(certificate).toEqual({
    number: 'VALID0001',
    maskedName: '周*例',
    level: 'INTERMEDIATE',
    provinceName: '江苏省',
    issuerName: '江苏省青少年科技教育协会',
    cycleYear: null,
    issuedOn: '2023-12-15',
    validUntil: null,
    state: 'VALID',
  });
});

test('a certificate holds to the end of its last day, and not when revoked', async () => {
  expect(await publicCertificate('LASTDAY01', now)).toMatchObject({ state: 'VALID', validUntil: '2026-11-24' });
  expect(await publicCertificate('LASTDAY01', new Date('2026-11-24T16:00:00Z'))).toMatchObject({ state: 'EXPIRED' });
  expect(await publicCertificate('EXPIRED01', now)).toMatchObject({ state: 'EXPIRED' });
  expect(await publicCertificate('REVOKED01', now)).toMatchObject({ state: 'REVOKED' });
});

test('what nobody issued, and what cannot be a number, is not found', async () => {
  expect(await publicCertificate('UNKNOWN01', now)).toBeNull();
  for (const typed of ['', 'ab', "'; DROP TABLE", '../../etc', 'X'.repeat(41)]) {
    expect(normalisedCertificateNumber(typed)).toBe('');
    expect(await publicCertificate(typed, now)).toBeNull();
  }
});

test('numbers cannot be guessed without end, while those that exist are looked up for ever', async () => {
  const here = { ip: '192.0.2.7', now };
  for (let tries = 0; tries < 130; tries++) expect(await lookUpCertificate('VALID0001', here)).not.toBeNull();
  const guess = () => lookUpCertificate('GUESSED01', here).catch((error: Error) => error.message);
  const answers: unknown[] = [];
  for (let tries = 0; tries < 121; tries++) answers.push(await guess());
  expect(answers.filter((answer) => answer === null)).toHaveLength(120);
  expect(answers.at(-1)).toMatch(/ADDRESS_LIMIT: 您所在的网络操作过于频繁/);
  expect(await lookUpCertificate('VALID0001', { ip: '192.0.2.8', now })).not.toBeNull();
});

import { describe, expect, it } from 'vitest';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { certify, usages } from '@/tests/build/signing/authority';
import { authority, bySchool, byTeacher, check, schoolCode, signedAt } from '@/tests/build/signing/sealed';
import { signPdf } from '@/tests/build/signing/sign-pdf';
import { signatureSentence } from './labels';
import type { SealSignatures } from './schema';

const form = onePage();
const sealed = signPdf(form, { ...bySchool, rect: [300, 100, 420, 220] });
const day = 24 * 60 * 60_000;

const sentences = ({ signatures }: SealSignatures) => signatures.map(signatureSentence);

describe('an electronically sealed PDF', () => {
  it('is valid when an authority that we trust knows the signer and nothing was changed', async () => {
    const result = await check(sealed);
    expect(result.verdict).toBe('valid');
    expect(result.signatures).toEqual([
      {
        field: expect.any(Number),
        role: 'signature',
        signerName: '示例中学（演示）',
        organisation: '示例中学（演示）',
        issuer: '演示中级证书',
        creditCode: schoolCode,
        signedAt: { at: signedAt.toISOString(), source: 'claimed' },
        rangeSound: true,
        digestValid: true,
        signatureValid: true,
        strength: 'good',
        algorithm: 'ECDSA / SHA-256',
        chain: 'trusted',
        anchor: '演示根证书',
        certificateSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        coversWholeFile: true,
        changedAfter: 'none',
        revocation: 'not_checked',
      },
    ]);
    expect(sentences(result)).toEqual(['签名有效，签章之后文件没有被改过。']);
  });

  it.each([
    ['RSA', { ...byTeacher }, 'RSA / SHA-256'],
    ['RSA-PSS', { ...byTeacher, isPss: true }, 'RSA-PSS / SHA-256'],
    ['a P-256 key without signed attributes', { ...bySchool, lacks: 'attributes' as const }, 'ECDSA / SHA-256'],
    ['the older name of the same format', { ...bySchool, subFilter: 'adbe.pkcs7.detached' }, 'ECDSA / SHA-256'],
  ])('is valid when it was signed with %s', async (_, wish, algorithm) => {
    const result = await check(signPdf(form, wish));
    expect(result).toMatchObject({ verdict: 'valid', signatures: [{ algorithm }] });
  });

  it('bears the signature of a person and then the seal of his unit, each with its name', async () => {
    const both = signPdf(signPdf(form, { ...byTeacher, rect: [60, 60, 200, 100] }), { ...bySchool, rect: [300, 100, 420, 220] });
    const result = await check(both);
    expect(result.verdict).toBe('valid');
    expect(result.signatures).toMatchObject([
      { signerName: '王示例', changedAfter: 'allowed', coversWholeFile: false },
      { signerName: '示例中学（演示）', changedAfter: 'none', coversWholeFile: true },
    ]);
    expect(sentences(result)[0]).toBe('签名有效，之后只增加了其他签章。');
  });

  it('is left to people when nobody here trusts its authority', async () => {
    const unknown = await check(sealed, { anchors: [] });
    expect(unknown).toMatchObject({ verdict: 'cannot_tell', signatures: [{ chain: 'incomplete', digestValid: true, signatureValid: true }] });
    const whole = signPdf(form, { ...bySchool, others: [authority.middle, authority.root] });
    const stranger = await check(whole, { anchors: [] });
    expect(stranger).toMatchObject({ verdict: 'cannot_tell', signatures: [{ chain: 'untrusted' }] });
    expect(sentences(stranger)).toEqual(['签名完好，但发证机构不在本系统信任的名单中，由工作人员核验。']);
  });

  it('does not take an authority of the same name for the one that we trust', async () => {
    const impostor = certify({ name: '演示根证书', isAuthority: true });
    expect(await check(sealed, { anchors: [impostor] })).toMatchObject({ verdict: 'cannot_tell', signatures: [{ chain: 'incomplete' }] });
  });

  it('is invalid when the certificate was not in force, at the time claimed or on the day of the upload', async () => {
    const old = certify({ name: '示例中学（演示）', issuer: authority.middle, to: '2025-01-01' });
    const expired = await check(signPdf(form, { ...bySchool, signer: old }));
    expect(expired).toMatchObject({ verdict: 'invalid', signatures: [{ chain: 'expired' }] });
    expect(sentences(expired)).toEqual(['签章时证书不在有效期内，这个签章不能认可。']);
    const backdated = await check(signPdf(form, { ...bySchool, signer: old, at: new Date('2024-12-01T00:00:00Z') }));
    expect(backdated).toMatchObject({ verdict: 'invalid', signatures: [{ chain: 'expired_since' }] });
    expect(sentences(backdated)).toEqual(['文件上传时证书已经过期，又没有时间戳证明是在有效期内签的，这个签章不能认可。']);
  });

  it('is valid after its certificate has ended when an authority of time has stamped it before', async () => {
    const old = certify({ name: '示例中学（演示）', issuer: authority.middle, to: '2025-01-01' });
    const at = new Date('2024-12-01T00:00:00Z');
    const stampedBy = { signer: authority.clock, issuer: authority.root, at };
    const stamped = await check(signPdf(form, { ...bySchool, signer: old, stampedBy }));
    expect(stamped).toMatchObject({ verdict: 'valid', signatures: [{ signedAt: { at: at.toISOString(), source: 'timestamp' } }] });
    const byAnybody = { signer: authority.school, issuer: authority.middle, at };
    const forged = await check(signPdf(form, { ...bySchool, signer: old, stampedBy: byAnybody }));
    expect(forged).toMatchObject({ verdict: 'invalid', signatures: [{ chain: 'expired' }] });
  });

  it.each([
    ['only encrypts', { usage: usages.keyEncipherment }],
    ['only names a web server', { purposes: ['1.3.6.1.5.5.7.3.1'] }],
    ['names a web server that also calls others', { purposes: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'] }],
  ])('is invalid when the certificate %s', async (_, wish) => {
    const signer = certify({ name: '示例中学（演示）', issuer: authority.middle, ...wish });
    const result = await check(signPdf(form, { ...bySchool, signer }));
    expect(result).toMatchObject({ verdict: 'invalid', signatures: [{ chain: 'wrong_usage' }] });
  });

  it('is valid with a certificate for mail or documents, whatever else it may be used for', async () => {
    const signer = certify({ name: '示例中学（演示）', issuer: authority.middle, purposes: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'] });
    expect(await check(signPdf(form, { ...bySchool, signer }))).toMatchObject({ verdict: 'valid' });
  });

  it('trusts no certificate that an ordinary holder has issued', async () => {
    const signer = certify({ name: '冒充单位', issuer: authority.school });
    const result = await check(signPdf(form, { ...bySchool, signer, issuer: authority.school, others: [authority.school, authority.middle] }));
    expect(result).toMatchObject({ verdict: 'cannot_tell', signatures: [{ chain: 'incomplete', anchor: null }] });
  });

  it('trusts no authority below one that may have none below', async () => {
    const lower = certify({ name: '下级', isAuthority: true, issuer: authority.middle });
    const signer = certify({ name: '示例中学（演示）', issuer: lower });
    const result = await check(signPdf(form, { ...bySchool, signer, issuer: lower, others: [lower, authority.middle] }));
    expect(result).toMatchObject({ verdict: 'cannot_tell', signatures: [{ chain: 'incomplete' }] });
  });

  it('is invalid when the signature names another certificate than the one that came along', async () => {
    const result = await check(signPdf(form, { ...bySchool, lacks: 'certificate digest' }));
    expect(result).toMatchObject({ verdict: 'invalid', signatures: [{ signatureValid: false }] });
  });

  it('says of every signature that its revocation was not asked', async () => {
    for (const signature of (await check(sealed, { at: new Date(signedAt.getTime() + day) })).signatures) {
      expect(signature.revocation).toBe('not_checked');
    }
  });
});

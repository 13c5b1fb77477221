import { beforeAll, describe, expect, it } from 'vitest';
import { examineScan } from '@/lib/applications/examine-scan';
import { noteUpload } from '@/lib/applications/note-upload';
import { printedForm } from '@/lib/applications/printed-form';
import { rejudgeSheets } from '@/lib/applications/rejudge-sheets';
import { stampedScan } from '@/lib/applications/stamped-scan';
import { submitStampedForm } from '@/lib/applications/submit-stamped-form';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { readFindings } from '@/lib/documents/scan/finding';
import type { AddAnchorInput } from '@/lib/files/electronic-seals/anchor-input';
import { addAnchor, approveAnchor, retireAnchor } from '@/lib/files/electronic-seals/change-anchors';
import { judgeApproveAnchor, judgeRetireAnchor, judgeSeeAnchors } from '@/lib/files/electronic-seals/policy';
import { recheckSignatures } from '@/lib/files/electronic-seals/recheck-signatures';
import { signaturesOf } from '@/lib/files/electronic-seals/schema';
import { liveAnchors, lockAnchor, trustAnchors } from '@/lib/files/electronic-seals/trust-anchors';
import { finishUpload } from '@/lib/files/finish-upload';
import type { Actor } from '@/lib/kernel/actor';
import { act, insist } from '@/tests/build/applications/act';
import type { Draft } from '@/tests/build/applications/drafts';
import { seededHouse, unitNames } from '@/tests/build/applications/house';
import { anApplicant } from '@/tests/build/applications/people';
import { aLockedForm, statusOf } from '@/tests/build/applications/submitted';
import { certify, pem } from '@/tests/build/signing/authority';
import { authority, bySchool, byTeacher } from '@/tests/build/signing/sealed';
import { signPdf } from '@/tests/build/signing/sign-pdf';
import { arrived } from '@/tests/build/uploads/arrived';

let first: Actor;
let second: Actor;
let draft: Draft;
let form: Uint8Array;
const wish = (more: Partial<AddAnchorInput> = {}): AddAnchorInput => ({
  name: '演示发证机构',
  certificate: pem(authority.root),
  reason: '协会认可的机构，证书取自其官网',
  ...more,
});

beforeAll(async () => {
  await seededHouse();
  first = { ...(await anApplicant({ name: '系统甲' })), role: 'SYSTEM_ADMIN' };
  second = { ...(await anApplicant({ name: '系统乙' })), role: 'SYSTEM_ADMIN' };
  draft = await aLockedForm();
  form = (await printedForm(draft.actor, { applicationId: draft.applicationId, now: draft.now })).bytes;
}, 60_000);

const enter = (actor: Actor, input = wish()) =>
  inTransaction((tx) => {
    insist(judgeSeeAnchors(actor));
    return addAnchor({ tx, actor, subject: null, input, now: draft.now });
  });

const approve = (actor: Actor, anchorId: string) =>
  inTransaction(async (tx) => {
    const subject = await lockAnchor(tx, anchorId);
    insist(judgeApproveAnchor(actor, subject));
    await approveAnchor({ tx, actor, subject, input: { anchorId }, now: draft.now });
  });

const retire = (actor: Actor, anchorId: string) =>
  inTransaction(async (tx) => {
    const subject = await lockAnchor(tx, anchorId);
    insist(judgeRetireAnchor(actor, subject));
    await retireAnchor({ tx, actor, subject, input: { reason: '机构不再提供服务' }, now: draft.now });
  });

async function upload(bytes: Buffer) {
  const { actor, applicationId, now } = draft;
  const ownerId = actor.personId ?? '';
  const coming = await arrived({ ownerId, applicationId, bytes, name: '电子签章.pdf', purpose: 'STAMPED_FORM' });
  return finishUpload({ actor, upload: coming, now, recorded: noteUpload(now) });
}

/** Said on the page with the place for the seal. */
async function sealOf(fileId: string) {
  const sheets = await db.scannedSheet.findMany({ where: { fileId } });
  return sheets.flatMap(({ findings }) => readFindings(findings)).find(({ kind, lamp }) => kind === 'seal' && lamp !== 'GREEN');
}

const verdictOf = async (id: string) => signaturesOf(await db.storedFile.findUniqueOrThrow({ where: { id } }))?.verdict;

describe('an authority whose electronic seals are trusted', { timeout: 120_000 }, () => {
  it('is in force when a second administrator agrees, also for what came before, until it is retired', async () => {
    const signer = certify({ name: unitNames.school, issuer: authority.middle });
    const sealed = await upload(signPdf(signPdf(form, byTeacher), { ...bySchool, signer, rect: [380, 200, 499, 319] }));
    expect(sealed).toMatchObject({ status: 'CLEAN', mediaType: 'application/pdf' });
    expect(signaturesOf(sealed)).toMatchObject({ verdict: 'cannot_tell', signatures: [{ signerName: '王示例' }, { signerName: unitNames.school }] });

    await examineScan({ fileId: sealed.id, isLastTry: true, now: draft.now });
    expect(await sealOf(sealed.id)).toMatchObject({ lamp: 'AMBER', sentence: expect.stringContaining('不能自动判断') });

    const anchorId = await enter(first);
    expect(await liveAnchors()).toEqual([]);
    await expect(approve(first, anchorId)).rejects.toMatchObject({ sentence: '由您登记，请另一位系统管理员复核启用。' });
    await approve(second, anchorId);
    expect(await liveAnchors()).toEqual([authority.root.certificate.toString('base64')]);
    expect(await db.outboxJob.count({ where: { kind: 'files.recheck-signatures' } })).toBe(1);
    expect(await recheckSignatures({ anchorId, now: draft.now, changed: rejudgeSheets })).toBe(1);
    expect(await verdictOf(sealed.id)).toBe('valid');
    expect(await sealOf(sealed.id)).toMatchObject({ lamp: 'GREY', sentence: expect.stringContaining(`证书上的名称与“${unitNames.school}”一致`) });
    expect(await recheckSignatures({ anchorId, now: draft.now, changed: rejudgeSheets })).toBe(0);

    await retire(first, anchorId);
    expect(await recheckSignatures({ anchorId, now: draft.now, changed: rejudgeSheets })).toBe(1);
    expect(await verdictOf(sealed.id)).toBe('cannot_tell');
    expect(await sealOf(sealed.id)).toMatchObject({ lamp: 'AMBER', sentence: expect.stringContaining('不能自动判断') });
    const rechecks = await db.auditEvent.findMany({ where: { name: 'seal_signatures_rechecked' }, orderBy: { id: 'asc' } });
    expect(rechecks.map(({ data }) => data)).toMatchObject([{ before: 'cannot_tell', after: 'valid' }, { before: 'valid', after: 'cannot_tell' }]);
    const [listed] = await trustAnchors(first);
    expect(listed?.events.map(({ name }) => name)).toEqual(['trust_anchor_added', 'trust_anchor_approved', 'trust_anchor_retired']);
  });

  it('lets a form with electronic seals be handed in like a scan, with every page known by its code', async () => {
    const scan = await inTransaction(async (tx) =>
      stampedScan(tx, await tx.application.findUniqueOrThrow({ where: { id: draft.applicationId } })),
    );
    expect(scan.assembly).toMatchObject({ outcome: 'complete', missing: [], unread: [], noOriginals: [] });
    const { actor, applicationId, now } = draft;
    await act(submitStampedForm, { actor, applicationId, ability: 'submit_stamped_form', input: { hintsSeen: 'yes' as const }, now });
    expect(await statusOf(draft.applicationId)).toBe('SUBMITTED');
  });

  it('is entered once, and only as an authority that is not yet past its day', async () => {
    const id = await enter(second, wish({ certificate: pem(authority.middle) }));
    const twice = await Promise.allSettled([enter(first, wish({ certificate: pem(authority.middle) }))]);
    expect(twice).toMatchObject([{ status: 'rejected', reason: { sentence: expect.stringContaining('已经登记过') } }]);
    await expect(enter(first, wish({ certificate: pem(authority.school) }))).rejects.toMatchObject({ sentence: expect.stringContaining('不是发证机构的证书') });
    await expect(enter(first, wish({ certificate: '不是证书' }))).rejects.toMatchObject({ fieldErrors: { certificate: [expect.stringContaining('PEM')] } });
    const old = certify({ name: '过期', isAuthority: true, to: '2024-06-01' });
    await expect(enter(first, wish({ certificate: pem(old) }))).rejects.toMatchObject({ sentence: '这个证书已经过期，不能登记。' });
    await retire(second, id);
    await enter(first, wish({ certificate: pem(authority.middle) }));
  });

  it('cannot be agreed to by who entered it, whatever the program says', async () => {
    const id = await enter(first, wish({ certificate: pem(certify({ name: '又一个', isAuthority: true })) }));
    const by = db.trustAnchor.update({ where: { id }, data: { approvedById: first.personId, approvedAt: draft.now } });
    await expect(by).rejects.toThrow(/TrustAnchor_two_persons/);
  });

  it('is nobody else’s business', async () => {
    const staff: Actor = { ...first, role: 'REVIEWER', associationId: 'jiangsu' };
    await expect(enter(staff)).rejects.toThrow('not found');
    expect(await trustAnchors(staff)).toEqual([]);
  });
});

it('a form with a picture of a seal and no signature is refused and recorded with the reason', async () => {
  const file = await upload(Buffer.from(form));
  expect(file).toMatchObject({ status: 'REFUSED', refusal: expect.stringContaining('贴一张印章图片不算盖章') });
});

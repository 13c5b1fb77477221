import { buffer } from 'node:stream/consumers';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePacket } from '@/lib/applications/packet/make-packet';
import { packetFile, stampableApplications, unitPackets } from '@/lib/applications/packet/packet-queries';
import { judgeUnitDesk } from '@/lib/applications/packet/policy';
import { purgePackets } from '@/lib/applications/packet/purge-packets';
import { requestPacket } from '@/lib/applications/packet/request-packet';
import { requestPacketInput } from '@/lib/applications/packet/schema';
import { reopenForm } from '@/lib/applications/reopen-form';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { openStore } from '@/lib/files/open-store';
import { ObjectMissingError } from '@/lib/files/object-store';
import type { Actor } from '@/lib/kernel/actor';
import { act, insist } from '../../build/applications/act';
import type { Draft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { anApplicant, unitAdminOf } from '../../build/applications/people';
import { aLockedForm, issuedCodes } from '../../build/applications/submitted';
import { pdfTexts } from '../../build/read-pdf';

let admin: Actor;
let forms: Draft[];
beforeAll(async () => {
  await seededHouse();
  admin = await unitAdminOf(await unitIdOf(unitNames.school));
  forms = [];
  for (const name of ['陆示例', '欧阳㛃·示例', '古丽示例']) forms.push(await aLockedForm({ actor: await anApplicant({ name }) }));
}, 120_000);

interface Wish {
  of?: Draft[];
  sides?: 'single' | 'double';
  by?: Actor;
}

async function asked({ of = forms, sides = 'single', by = admin }: Wish = {}): Promise<string> {
  const input = requestPacketInput.parse({ application: of.map(({ applicationId }) => applicationId), sides });
  const subject = { unitId: by.unitId ?? '' };
  insist(judgeUnitDesk(by, subject));
  return (await inTransaction((tx) => requestPacket({ tx, actor: by, subject, input, now: today }))).packetId;
}

async function made(wish: Wish = {}) {
  const packetId = await asked(wish);
  await makePacket(packetId, today);
  const { packet, storageKey, fileName } = await packetFile(wish.by ?? admin, packetId);
  const bytes = await buffer(await openStore().get(storageKey));
  return { packet, bytes, fileName, texts: (await pdfTexts(bytes)).map((text) => text.replace(/\s/g, '')) };
}

describe('the packet of a unit', () => {
  it('is the list with everybody on it, and behind it every page of every form in order', async () => {
    const { texts, fileName, packet } = await made();
    const byName = [2, 0, 1].flatMap((index) => forms[index] ?? []);
    const codes = await Promise.all(byName.map(({ applicationId }) => issuedCodes(applicationId)));
    const all = codes.flat(2);
    expect(texts).toHaveLength(1 + all.length);
    expect(packet.pages).toBe(texts.length);
    for (const words of ['盖章清单', unitNames.school, '陆示例', '欧阳㛃·示例', '古丽示例', '2025年2月10日', '经办人', '申报书3份']) {
      expect(texts[0]).toContain(words);
    }
    expect(all.filter((code, index) => !texts[index + 1]?.includes(code.slice(0, -16)))).toEqual([]);
    for (const [first] of codes) expect(texts[0]).toContain(first?.[0]?.slice(-8));
    expect(fileName).toBe(`盖章清单_${unitNames.school}_2025-02-10.pdf`);
  });

  it('begins every form on the front of a sheet when it is printed on both sides', async () => {
    const { texts } = await made({ sides: 'double' });
    const fronts = texts.flatMap((text, index) => (/第1版第1页，共\d+页/.test(text) ? [index] : []));
    expect(fronts).toHaveLength(3);
    expect(fronts.every((index) => index % 2 === 0)).toBe(true);
    expect(texts.filter((text) => text === '').length).toBeGreaterThan(0);
  });

  it('copies the issued pages as they are', async () => {
    const [one] = forms;
    const { bytes } = await made({ of: forms.slice(0, 1) });
    const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId: one?.applicationId, supersededAt: null } });
    const issued = await PDFDocument.load(await buffer(await openStore().get(`forms/${snapshot.pdfSha256}.pdf`)));
    const joined = await PDFDocument.load(bytes);
    const contentOf = (document: PDFDocument, index: number) => document.getPage(index).node.Contents()?.toString().length;
    for (const index of issued.getPageIndices()) expect(contentOf(joined, index + 1)).toBe(contentOf(issued, index));
  });

  it('never holds the administrator’s own form, nor one of another unit', async () => {
    const own = { ...admin, personId: forms[0]?.actor.personId ?? null };
    await expect(asked({ by: own })).rejects.toThrow('请刷新页面后重新选择');
    const other = await unitAdminOf(await unitIdOf(unitNames.kindergarten));
    await expect(asked({ by: other })).rejects.toThrow('请刷新页面后重新选择');
    expect(await stampableApplications(other, today)).toEqual([]);
  });

  it('is seen by every administrator of the unit and by nobody else', async () => {
    const { packet } = await made();
    const colleague = await unitAdminOf(admin.unitId ?? '');
    expect((await unitPackets(colleague, today)).map(({ id }) => id)).toContain(packet.id);
    await expect(packetFile(colleague, packet.id)).resolves.toBeTruthy();
    const other = await unitAdminOf(await unitIdOf(unitNames.kindergarten));
    await expect(packetFile(other, packet.id)).rejects.toThrow('not found');
    await expect(packetFile({ ...admin, role: 'APPLICANT' }, packet.id)).rejects.toThrow('not found');
  });

  it('leaves out, by name, a form that was reopened meanwhile; and its file goes after a month', async () => {
    const late = await aLockedForm({ actor: await anApplicant({ name: '迟示例' }) });
    const packetId = await asked({ of: [...forms, late] });
    await act(reopenForm, { ...late, ability: 'reopen_form', input: {} });
    await makePacket(packetId, today);
    await makePacket(packetId, today);
    const { packet, storageKey } = await packetFile(admin, packetId);
    expect(packet.leftOut).toEqual([expect.stringContaining('迟示例')]);
    expect(packet.done).toBe(3);
    await purgePackets(new Date(today.getTime() + 31 * 24 * 60 * 60_000));
    await expect(packetFile(admin, packetId)).rejects.toThrow('not found');
    await expect(openStore().get(storageKey)).rejects.toThrow(ObjectMissingError);
  });
});

import { createHash, randomInt, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { approveSanction } from '@/lib/applications/sanctions/approve-sanction';
import { decideAppeal } from '@/lib/applications/sanctions/decide-appeal';
import { liftSanction } from '@/lib/applications/sanctions/lift-sanction';
import { sanctionEffect } from '@/lib/applications/sanctions/sanction-effect';
import { db } from '@/lib/db/client';
import type { StoredFile, Unit } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { openStore } from '@/lib/files/open-store';
import type { Actor } from '@/lib/kernel/actor';
import { creditCodeCheckCharacter } from '@/lib/kernel/credit-code';
import type { SanctionFilePurpose } from '@/lib/sanctions/attach-files';
import { lockSanction, type SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { lodgeAppeal } from '@/lib/sanctions/lodge-appeal';
import { judgePropose, judgeSanction, type SanctionAbility } from '@/lib/sanctions/policy';
import { lockUnitToSanction, proposeSanction } from '@/lib/sanctions/propose-sanction';
import {
  approveSanctionInput,
  decideAppealInput,
  liftSanctionInput,
  lodgeAppealInput,
  proposeSanctionInput,
} from '@/lib/sanctions/schema';
import { insist } from '../applications/act';
import { today } from '../applications/house';
import { anApplicant } from '../applications/people';

/** An invented, verified school of its own. */
export async function aSchool(regionCode = '320100'): Promise<Unit> {
  const body = `12${regionCode}DEM${String(randomInt(1e6)).padStart(6, '0')}`;
  return db.unit.create({
    data: {
      name: `示例市第${randomUUID().slice(0, 8)}中学（测试）`,
      creditCode: body + creditCodeCheckCharacter(body),
      kind: 'SECONDARY_SCHOOL',
      regionCode,
      status: 'APPROVED',
      addedAt: today,
    },
  });
}

/** Somebody with an approved grant to administer the unit. */
export async function anAdministratorOf(unit: Unit): Promise<Actor> {
  const actor = await anApplicant({ name: '管示例' });
  const data = {
    personId: actor.personId ?? '',
    role: 'UNIT_ADMIN',
    unitId: unit.id,
    grantedAt: today,
    approvedAt: today,
  } as const;
  await db.roleGrant.create({ data });
  return { ...actor, role: 'UNIT_ADMIN', unitId: unit.id };
}

export async function looseFile(actor: Actor, purpose: SanctionFilePurpose): Promise<StoredFile> {
  const id = randomUUID();
  const content = Buffer.from(`file ${id}`);
  const storageKey = `files/${id}/${randomUUID()}.pdf`;
  await openStore().put(storageKey, Readable.from([content]));
  const personId = actor.personId ?? '';
  return db.storedFile.create({
    data: {
      ...{ id, ownerId: personId, uploadedById: personId, purpose, storageKey, status: 'CLEAN', createdAt: today },
      ...{ name: '核查记录.pdf', mediaType: 'application/pdf', bytes: content.length },
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  });
}

export const finding = '该单位为两名申报人出具的获奖证明与主办单位的记录不符，主办单位书面答复从未颁发。';

export async function propose(actor: Actor, unit: Unit, now = today): Promise<string> {
  const file = await looseFile(actor, 'SANCTION_EVIDENCE');
  const input = proposeSanctionInput.parse({ unitId: unit.id, finding, fileIds: file.id });
  const { sanctionId } = await inTransaction(async (tx) => {
    const subject = await lockUnitToSanction(tx, input, actor);
    insist(judgePropose(actor, subject));
    return proposeSanction({ tx, actor, subject, input, now });
  });
  return sanctionId;
}

interface Deciding {
  actor: Actor;
  sanctionId: string;
  now?: Date;
}

export interface Approving extends Deciding {
  /** As the page showed it; by default as it is now. */
  effectDigest?: string;
}

export async function effectOf(sanctionId: string) {
  const { creditCode } = await db.sanction.findUniqueOrThrow({ where: { id: sanctionId } });
  return sanctionEffect(db, creditCode);
}

export async function approve({
  actor,
  sanctionId,
  now = today,
  effectDigest,
}: Approving): Promise<{ frozen: number }> {
  const digest = effectDigest ?? (await effectOf(sanctionId)).digest;
  const typed = { sanctionId, decisionNumber: '示例协会〔2025〕7号', effectDigest: digest, seen: 'yes' };
  const input = approveSanctionInput.parse(typed);
  return decide({ actor, sanctionId, now }, 'approve', (step) => approveSanction({ ...step, input }));
}

export const lift = ({ actor, sanctionId, now = today }: Deciding): Promise<void> => {
  const input = liftSanctionInput.parse({ sanctionId, reason: '查明证明材料属实，原认定有误。' });
  return decide({ actor, sanctionId, now }, 'lift', (step) => liftSanction({ ...step, input }));
};

export async function appeal({ actor, sanctionId, now = today }: Deciding): Promise<string> {
  const file = await looseFile(actor, 'SANCTION_APPEAL');
  const text = '两份获奖证明均由主办单位补发，附主办单位盖章的说明，请予复核。';
  const input = lodgeAppealInput.parse({ sanctionId, text, fileIds: file.id });
  await decide({ actor, sanctionId, now }, 'appeal', (step) => lodgeAppeal({ ...step, input }));
  return (await db.sanctionAppeal.findFirstOrThrow({ where: { sanctionId, status: 'OPEN' } })).id;
}

interface Answering extends Deciding {
  appealId: string;
  decision: 'grant' | 'refuse';
}

export const answer = ({ actor, sanctionId, now = today, appealId, decision }: Answering): Promise<void> => {
  const input = decideAppealInput.parse({ sanctionId, appealId, decision, note: '已向主办单位书面核实。' });
  return decide({ actor, sanctionId, now }, 'decide_appeal', (step) => decideAppeal({ ...step, input }));
};

type Tx = Parameters<typeof lockSanction>[0];
interface DecidingStep {
  tx: Tx;
  actor: Actor;
  subject: SanctionSubject;
  now: Date;
}

/** As a server action does it: locked, judged, run, in one transaction. */
export function decide<Result>(
  { actor, sanctionId, now = today }: Deciding,
  ability: SanctionAbility,
  run: (step: DecidingStep) => Promise<Result>,
): Promise<Result> {
  return inTransaction(async (tx) => {
    const subject = await lockSanction(tx, { sanctionId }, actor);
    insist(judgeSanction(actor, ability, subject, now));
    return run({ tx, actor, subject, now });
  });
}

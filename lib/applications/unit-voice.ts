import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';

/** Whether the one who hands in may tick the unit's statement: an administrator never attests his own, in whatever role. */
export type UnitVoice = { may: 'attest' } | { may: 'upload_only' } | { may: 'not'; others: string[] };

/** Kept in place of the statement where the unit has nobody else who could give it. */
export const unheardUnit =
  '申请人是本单位唯一的管理员，不能代表单位确认自己的申报；单位核实意见以申报书上的公章为准，请协会向单位核实。';

export async function unitVoice(
  tx: Transaction,
  actor: Actor,
  application: { personId: string; unitId: string | null },
): Promise<UnitVoice> {
  if (actor.personId !== application.personId || !application.unitId) return { may: 'attest' };
  const acting = await tx.roleGrant.findMany({
    where: {
      unitId: application.unitId,
      role: 'UNIT_ADMIN',
      approvedAt: { not: null },
      revokedAt: null,
      person: { disabledAt: null, closedAt: null },
    },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: { grantedAt: 'asc' },
  });
  if (!acting.some(({ personId }) => personId === actor.personId)) return { may: 'attest' };
  const others = acting.filter(({ personId }) => personId !== actor.personId).map(({ person }) => person.name);
  return others.length > 0 ? { may: 'not', others: [...new Set(others)] } : { may: 'upload_only' };
}

export const notYourself = (others: readonly string[]): string =>
  `您是本单位的管理员，不能确认自己的申报：扫描件上传后，请由${others.slice(0, 3).join('、')}${others.length > 3 ? '等其他管理员' : ''}在单位页面确认并提交。`;

/** The wording that is kept with what is handed in. */
export async function attestationOf(
  tx: Transaction,
  actor: Actor,
  application: { personId: string; unitId: string | null; cycle: { unitAttestation: string } },
): Promise<string> {
  const voice = await unitVoice(tx, actor, application);
  if (voice.may === 'not')
    throw new DomainError('OWN_FORM', notYourself(voice.others), { attested: [notYourself(voice.others)] });
  return voice.may === 'attest' ? application.cycle.unitAttestation : unheardUnit;
}

export const unitVoiceOnPage = (actor: Actor, application: { personId: string; unitId: string | null }): Promise<UnitVoice> =>
  unitVoice(db, actor, application);

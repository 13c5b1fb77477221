import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { sendMessage } from '@/lib/messages/send-message';
import type { LoadedApplication } from './lock-application';

interface MissingGlyphs {
  tx: Transaction;
  application: LoadedApplication;
  characters: string[];
  now: Date;
}

const template = 'office.missing_glyph';

/** Tells the reviewers once that a character of this form has no glyph, so that a name is never printed as a box. */
export async function reportMissingGlyphs({ tx, application, characters, now }: MissingGlyphs): Promise<void> {
  const named = characters.map(codeName).join('、');
  const text = `申报 ${application.number} 中有无法打印的字：${named}。请补充字库，或联系申请人商定写法。`;
  const told = await tx.message.count({ where: { applicationId: application.id, template, text } });
  if (told > 0) return;
  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: 'missing_glyph_reported',
    actor: systemActor,
    at: now,
    note: text,
    data: { characters },
  });
  for (const { personId } of await reviewersOf(tx, application.cycleLevel.deciderId)) {
    const subject = '申报书中有无法打印的字';
    await sendMessage({ tx, personId, applicationId: application.id, template, subject, text, channels: ['SITE'], now });
  }
}

function reviewersOf(tx: Transaction, associationId: string): Promise<{ personId: string }[]> {
  return tx.roleGrant.findMany({
    where: { associationId, role: { in: ['REVIEWER', 'NATIONAL_STAFF'] }, revokedAt: null, person: { disabledAt: null } },
    select: { personId: true },
  });
}

const codeName = (character: string): string =>
  `“${character}”（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`;

import { recordEvent } from '@/lib/audit/record-event';
import { levelNames } from '@/lib/catalogue/labels';
import { judgeStart } from '@/lib/catalogue/window';
import type { Transaction } from '@/lib/db/transaction';
import { beijingDay } from '@/lib/kernel/dates';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { factsOf } from './form/facts';
import { insistOnRules, judgeRules } from './judge-rules';
import { loadMaterial } from './load-material';
import type { LoadedApplication } from './lock-application';

/** Another level of the same cycle, as long as nothing has been submitted (R11); its rules are asked anew. */
export async function changeLevel({
  tx,
  actor,
  subject: application,
  input,
  now,
}: Step<Transaction, LoadedApplication, { level: string }>): Promise<void> {
  const wanted = await tx.cycleLevel.findUnique({ where: { id: input.level }, include: { cycle: true } });
  if (!wanted || wanted.cycleId !== application.cycleId) throw new NotFoundError('level');
  if (wanted.id === application.cycleLevelId) return;
  const judgement = judgeStart(wanted, now);
  if (judgement.answer === 'not_yet') throw new DomainError('LEVEL_CLOSED', judgement.because);

  const facts = factsOf(await loadMaterial(tx, application, now));
  insistOnRules(await judgeRules({ tx, cycleLevelId: wanted.id, facts, today: beijingDay(now) }));
  await tx.application.update({
    where: { id: application.id },
    data: { cycleLevelId: wanted.id, level: wanted.level },
  });
  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: 'level_changed',
    actor,
    at: now,
    note: `由${levelNames[application.level]}改为${levelNames[wanted.level]}。`,
    data: { from: application.level, to: wanted.level },
    isPublic: true,
  });
}

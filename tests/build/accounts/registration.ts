import { registerPerson } from '@/lib/accounts/register-person';
import { registerInput } from '@/lib/accounts/schema';
import { sendCode } from '@/lib/accounts/send-code';
import { db } from '@/lib/db/client';
import type { CodePurpose } from '@/lib/db/generated/enums';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { idCheckCharacter } from '@/lib/kernel/id-number';
import { lockPerson } from '@/lib/accounts/lock-person';
import { fields } from '@/lib/secrets';

export const today = new Date('2025-02-10T02:00:00Z');
export const later = (minutes: number, from = today): Date => new Date(from.getTime() + minutes * 60_000);
export const somewhere = { ip: '', userAgent: 'test' };

let serial = 0;

export interface Facts {
  name: string;
  mobile: string;
  documentNumber: string;
  password: string;
}

/** Somebody nobody has registered yet; the region 320000 begins no real number. */
export function somebodyNew(changes: Partial<Facts> = {}): Facts {
  serial += 1;
  const first17 = `32000019900615${String(serial).padStart(3, '0')}`;
  const mobile = `1990000${String(serial).padStart(4, '0')}`;
  return {
    name: '陆示例',
    mobile,
    documentNumber: first17 + idCheckCharacter(first17),
    password: 'kexue-Huo7-jian',
    ...changes,
  };
}

/** Asks for a code and reads the message that went out. */
export async function codeFor(mobile: string, purpose: CodePurpose = 'REGISTER', now = today): Promise<string> {
  await sendCode({ purpose, input: { mobile }, now, request: somewhere });
  return codeInMessage(await lastSms(mobile));
}

export const codeInMessage = (text: string): string => /验证码 (\d{6})/.exec(text)?.[1] ?? '';

export async function lastSms(mobile: string): Promise<string> {
  return (await smsTo(mobile)).at(-1) ?? '';
}

/** Texts of the messages to a number, oldest first. */
export async function smsTo(mobile: string): Promise<string[]> {
  const rows = await db.message.findMany({ where: { channel: 'SMS' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return rows.filter(({ addressCipher }) => fields().open(addressCipher) === mobile).map(({ text }) => text);
}

export function registrationInput(facts: Facts, code: string) {
  return registerInput.parse({ ...facts, code, documentKind: 'MAINLAND_ID', privacy: 'yes', truthfulness: 'yes' });
}

export interface Registered extends Facts {
  actor: Actor;
  personId: string;
  sessionId: string;
}

/** A registered person, signed in. */
export async function registered(changes: Partial<Facts> = {}, now = today): Promise<Registered> {
  const facts = somebodyNew(changes);
  const code = await codeFor(facts.mobile, 'REGISTER', now);
  const result = await registerPerson({ input: registrationInput(facts, code), now, request: somewhere });
  if (result.outcome !== 'registered') throw new Error(`not registered: ${result.outcome}`);
  const actor = await actorOfSession(result.sessionId, now);
  if (!actor?.personId) throw new Error('a registered person is signed in');
  return { ...facts, actor, personId: actor.personId, sessionId: result.sessionId };
}

/** Runs a use case on one's own account, as an action does: the row locked, in one transaction. */
export function onOwnAccount<Input, Result>(
  run: (step: {
    tx: Parameters<typeof lockPerson>[0];
    actor: Actor;
    subject: Awaited<ReturnType<typeof lockPerson>>;
    input: Input;
    now: Date;
  }) => Promise<Result>,
  { actor, input, now = today }: { actor: Actor; input: Input; now?: Date },
): Promise<Result> {
  return inTransaction(async (tx) => run({ tx, actor, subject: await lockPerson(tx, actor.personId), input, now }));
}

export const eventsOf = async (personId: string): Promise<string[]> =>
  (await db.auditEvent.findMany({ where: { stream: `person:${personId}` }, orderBy: { sequence: 'asc' } })).map(
    ({ name }) => name,
  );

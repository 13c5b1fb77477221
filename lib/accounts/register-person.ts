import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { inTransaction, isUniqueViolation, type Transaction } from '@/lib/db/transaction';
import { parsePlainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';
import { checkCode, spendCode } from './check-code';
import { consentDocuments } from './consents';
import { hashPassword } from './hash-password';
import { openSession } from './open-session';
import { asHimself } from './person-actor';
import { recordConsent } from './record-consent';
import type { RegisterInput } from './schema';

interface Registration {
  input: RegisterInput;
  now: Date;
  request: { ip: string; userAgent: string };
}

export type Registered =
  | { outcome: 'registered'; sessionId: string }
  /** One ID number is one person: he is shown the way back into the account that there is. */
  | { outcome: 'document_known'; isSameMobile: boolean; phoneTail: string | null };

/** Makes the account of one person with one identity document. What is known of others is said only after the code. */
export async function registerPerson({ input, now, request }: Registration): Promise<Registered> {
  const codeId = await checkCode({ purpose: 'REGISTER', mobile: input.mobile, code: input.code, now });
  const known = await knownDocument(input);
  if (known) {
    await inTransaction((tx) => spendCode(tx, codeId, now));
    return known;
  }
  const passwordHash = await hashPassword(input.password);
  try {
    const sessionId = await inTransaction(async (tx) => {
      await spendCode(tx, codeId, now);
      const personId = await createPerson(tx, { input, passwordHash, now });
      await recordConsent({ tx, personId, documents: consentDocuments, ip: request.ip, now });
      return openSession({ tx, personId, roleGrantId: null, how: 'registration', ...request, now });
    });
    return { outcome: 'registered', sessionId };
  } catch (error) {
    if (isUniqueViolation(error, 'documentIndex')) return whoWasFirst(input, error);
    if (isUniqueViolation(error, 'phoneIndex')) throw mobileTaken();
    throw error;
  }
}

async function createPerson(
  tx: Transaction,
  { input, passwordHash, now }: { input: RegisterInput; passwordHash: string; now: Date },
): Promise<string> {
  const { mobile, name, document } = input;
  const person = await tx.person.create({
    data: {
      name,
      documentKind: document.kind,
      documentCipher: fields().seal(document.normalised),
      documentIndex: fields().index('document', document.normalised),
      birthday: document.birthday ? parsePlainDate(document.birthday) : null,
      sex: document.sex,
      phoneCipher: fields().seal(mobile),
      phoneIndex: fields().index('phone', mobile),
      passwordHash,
      passwordSetAt: now,
      createdAt: now,
    },
  });
  await recordEvent(tx, { stream: `person:${person.id}`, name: 'registered', actor: asHimself(person), at: now });
  return person.id;
}

/** The last two digits of the registered number only for who also knows the name: enough to remember, not to guess. */
async function knownDocument(input: RegisterInput): Promise<Registered | null> {
  const person = await db.person.findUnique({
    where: { documentIndex: fields().index('document', input.document.normalised) },
    select: { name: true, phoneCipher: true, phoneIndex: true },
  });
  if (!person) return null;
  const isSameMobile = person.phoneIndex === fields().index('phone', input.mobile);
  const phoneTail = person.name === input.name ? fields().open(person.phoneCipher).slice(-2) : null;
  return { outcome: 'document_known', isSameMobile, phoneTail };
}

/** Another registration of the same number came first, a moment ago. */
async function whoWasFirst(input: RegisterInput, error: unknown): Promise<Registered> {
  const known = await knownDocument(input);
  if (!known) throw error;
  return known;
}

function mobileTaken(): DomainError {
  const sentence =
    '这个手机号已绑定另一个账号，一个手机号只能用于一个账号。如果那是您本人的账号，请直接登录或找回密码；如果号码是新换的、以前由别人使用，请先用其他手机号注册，或联系协会处理。';
  return new DomainError('MOBILE_TAKEN', sentence, { mobile: [sentence] });
}

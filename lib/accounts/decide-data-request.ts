import { recordEvent } from '@/lib/audit/record-event';
import { isUniqueViolation, type Transaction } from '@/lib/db/transaction';
import { parsePlainDate } from '@/lib/kernel/dates';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { type DocumentKind, parseIdNumber } from '@/lib/kernel/id-number';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { closeAccount } from './close-account';
import { dataRequestNames } from './labels';
import { judgedAccount, type LockedPerson, lockPerson } from './lock-person';
import { tellPerson } from './tell-person';

export async function lockDataRequest(tx: Transaction, id: string) {
  const found = await tx.dataRequest.findUnique({ where: { id }, select: { personId: true } });
  if (!found) throw new NotFoundError('data request');
  const person = await lockPerson(tx, found.personId);
  const request = await tx.dataRequest.findUniqueOrThrow({ where: { id } });
  return { request, person, account: await judgedAccount(tx, person.id) };
}

type Loaded = Awaited<ReturnType<typeof lockDataRequest>>;
type Decision = Step<Transaction, Loaded, { decision: 'grant' | 'refuse'; note: string }>;

/** Does what was asked for, or says why not. Forms that are already locked keep what was printed on them. */
export async function decideDataRequest({ tx, actor, subject, input, now }: Decision): Promise<void> {
  const { request, person } = subject;
  if (request.status !== 'OPEN') throw new DomainError('DECIDED', '这份申请已经处理过，请刷新页面。');
  const isGranted = input.decision === 'grant';
  const mobile = fields().open(person.phoneCipher);
  await tx.dataRequest.update({
    where: { id: request.id },
    data: {
      status: isGranted ? 'GRANTED' : 'REFUSED',
      decidedAt: now,
      decidedById: actor.personId,
      decisionNote: input.note,
      proposedCipher: '',
    },
  });
  if (isGranted) await carryOut(tx, subject, now);
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: isGranted ? 'data_request_granted' : 'data_request_refused',
    actor,
    at: now,
    note: input.note,
    data: { requestId: request.id, kind: request.kind },
  });
  const notice = isGranted ? 'data_request_granted' : 'data_request_refused';
  const blanks = { what: dataRequestNames[request.kind], reason: input.note };
  await tellPerson({ tx, personId: person.id, notice, blanks, mobile, now });
}

async function carryOut(tx: Transaction, { request, person }: Loaded, now: Date): Promise<void> {
  if (request.kind === 'CLOSE_ACCOUNT') return closeAccount(tx, person, now);
  const proposed = fields().open(request.proposedCipher);
  if (request.kind === 'CORRECT_NAME') {
    await tx.person.update({ where: { id: person.id }, data: { name: proposed } });
    return;
  }
  await correctDocument(tx, person, proposed);
}

async function correctDocument(tx: Transaction, person: LockedPerson, proposed: string): Promise<void> {
  const [kind = '', number = ''] = proposed.split(':');
  const document = parseIdNumber(kind as DocumentKind, number);
  if (!document.ok) throw new DomainError('DOCUMENT', `申请更正的证件号码不正确：${document.because}`);
  try {
    await tx.person.update({
      where: { id: person.id },
      data: {
        documentKind: document.kind,
        documentCipher: fields().seal(document.normalised),
        documentIndex: fields().index('document', document.normalised),
        birthday: document.birthday ? parsePlainDate(document.birthday) : null,
        sex: document.sex ?? null,
      },
    });
  } catch (error) {
    if (isUniqueViolation(error, 'documentIndex'))
      throw new DomainError('DOCUMENT_TAKEN', '这个证件号码已经是另一个账号的，不能更正。请不予通过，并说明原因。');
    throw error;
  }
}

import type { PersonaSlug } from '@/lib/accounts/personas';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { Role } from '@/lib/kernel/actor';
import { parsePlainDate } from '@/lib/kernel/dates';
import { idCheckCharacter } from '@/lib/kernel/id-number';
import { fields } from '@/lib/secrets';
import { teachersSchool } from './units';

interface DemoPerson {
  name: string;
  birthday: string;
  sex: 'MALE' | 'FEMALE';
  mobile: string;
  grant?: { role: Role; associationId?: string; unit?: string };
}

const people: Record<PersonaSlug, DemoPerson> = {
  applicant: { name: '林示例', birthday: '1994-05-12', sex: 'FEMALE', mobile: '19900000001' },
  teacher: { name: '陈示例', birthday: '1988-09-03', sex: 'MALE', mobile: '19900000002' },
  holder: { name: '周示例', birthday: '1982-02-20', sex: 'FEMALE', mobile: '19900000003' },
  'unit-admin': {
    name: '吴示例',
    birthday: '1979-11-08',
    sex: 'MALE',
    mobile: '19900000004',
    grant: { role: 'UNIT_ADMIN', unit: teachersSchool },
  },
  'staff-jiangsu': {
    name: '郑示例',
    birthday: '1985-06-17',
    sex: 'FEMALE',
    mobile: '19900000005',
    grant: { role: 'REVIEWER', associationId: 'jiangsu' },
  },
  'finance-jiangsu': {
    name: '孙示例',
    birthday: '1986-03-29',
    sex: 'FEMALE',
    mobile: '19900000006',
    grant: { role: 'FINANCE', associationId: 'jiangsu' },
  },
  'finance-second': {
    name: '蒋示例',
    birthday: '1983-09-12',
    sex: 'MALE',
    mobile: '19900000012',
    grant: { role: 'FINANCE', associationId: 'jiangsu' },
  },
  'staff-national': {
    name: '钱示例',
    birthday: '1977-12-01',
    sex: 'MALE',
    mobile: '19900000007',
    grant: { role: 'NATIONAL_STAFF', associationId: 'national' },
  },
  expert: {
    name: '冯示例',
    birthday: '1968-07-21',
    sex: 'MALE',
    mobile: '19900000008',
    grant: { role: 'EXPERT', associationId: 'jiangsu' },
  },
  examiner: {
    name: '褚示例',
    birthday: '1990-01-15',
    sex: 'FEMALE',
    mobile: '19900000009',
    grant: { role: 'EXAMINER', associationId: 'jiangsu' },
  },
  auditor: {
    name: '卫示例',
    birthday: '1974-04-04',
    sex: 'FEMALE',
    mobile: '19900000010',
    grant: { role: 'AUDITOR', associationId: 'national' },
  },
  sysadmin: {
    name: '沈示例',
    birthday: '1989-10-30',
    sex: 'MALE',
    mobile: '19900000011',
    grant: { role: 'SYSTEM_ADMIN' },
  },
};

/** The demo persons; invented, without a password, made once. */
export async function seedPeople(db: PrismaClient, now: Date): Promise<void> {
  for (const [index, [slug, person]] of Object.entries(people).entries()) {
    const known = await db.person.findUnique({ where: { persona: slug } });
    if (!known) await db.person.create({ data: await newPerson(db, { slug, serial: index + 1, person, now }) });
  }
  await seedHeldCertificate(db);
}

interface NewPerson {
  slug: string;
  serial: number;
  person: DemoPerson;
  now: Date;
}

async function newPerson(
  db: PrismaClient,
  { slug, serial, person, now }: NewPerson,
): Promise<Prisma.PersonCreateInput> {
  const number = demoIdNumber(person, serial);
  const { grant } = person;
  const unit = grant?.unit ? await db.unit.findFirstOrThrow({ where: { name: grant.unit } }) : null;
  return {
    persona: slug,
    name: person.name,
    documentKind: 'MAINLAND_ID',
    documentCipher: fields().seal(number),
    documentIndex: fields().index('document', number),
    birthday: parsePlainDate(person.birthday),
    sex: person.sex,
    phoneCipher: fields().seal(person.mobile),
    phoneIndex: fields().index('phone', person.mobile),
    createdAt: now,
    ...(grant && {
      roles: {
        create: {
          role: grant.role,
          grantedAt: now,
          approvedAt: now,
          ...(grant.associationId && { association: { connect: { id: grant.associationId } } }),
          ...(unit && { unit: { connect: { id: unit.id } } }),
        },
      },
    }),
  };
}

/** Valid in form; the region 320000 is a whole province, which no real number begins with. */
function demoIdNumber({ birthday, sex }: DemoPerson, serial: number): string {
  const order = String(serial * 10 + (sex === 'MALE' ? 1 : 2)).padStart(3, '0');
  const first17 = `320000${birthday.replaceAll('-', '')}${order}`;
  return first17 + idCheckCharacter(first17);
}

async function seedHeldCertificate(db: PrismaClient): Promise<void> {
  const holder = await db.person.findUniqueOrThrow({ where: { persona: 'holder' } });
  const number = 'JSZJ2023DEMO0001';
  await db.certificate.upsert({
    where: { number },
    create: {
      number,
      personId: holder.id,
      associationId: 'jiangsu',
      level: 'INTERMEDIATE',
      cycleYear: 2023,
      holderName: holder.name,
      issuedOn: new Date('2023-12-15T00:00:00Z'),
    },
    update: {},
  });
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Status, statuses, statusNames } from '@/lib/applications/lifecycle';
import {
  type Ability,
  abilities,
  type JudgedApplication,
  judge,
  relationsOf,
  visibleTo,
} from '@/lib/applications/policy';
import { type Actor, roles, systemActor } from '@/lib/kernel/actor';
import { matches } from '@/tests/build/applications/matches';

const now = new Date('2025-02-10T02:00:00Z');
const tomorrow = new Date('2025-02-11T02:00:00Z');

const judged = (facts: Partial<JudgedApplication> = {}): JudgedApplication => ({
  personId: 'applicant',
  unitId: 'school',
  status: 'DRAFT',
  level: 'PRIMARY',
  hasMaterials: false,
  hasPayment: false,
  levelFrozenAt: null,
  revisionDueAt: null,
  claimedById: 'reviewer',
  frozenFrom: null,
  daysHeld: 0,
  cycle: {
    name: '2024年认证',
    associationId: 'jiangsu',
    applyOpensAt: new Date('2025-01-19T16:00:00Z'),
    applyClosesAt: new Date('2025-03-03T15:59:59.999Z'),
    materialsCloseAt: new Date('2025-03-03T15:59:59.999Z'),
    paymentClosesAt: new Date('2025-03-03T15:59:59.999Z'),
  },
  cycleLevel: { deciderId: 'jiangsu' },
  ...facts,
});

const actor = (facts: Partial<Actor>): Actor => ({
  personId: 'somebody',
  name: '示例',
  role: 'APPLICANT',
  associationId: null,
  unitId: null,
  sessionId: null,
  ...facts,
});

const people: Record<string, Actor> = {
  申请人本人: actor({ personId: 'applicant' }),
  别的申请人: actor({}),
  本单位管理员: actor({ role: 'UNIT_ADMIN', unitId: 'school' }),
  外单位管理员: actor({ role: 'UNIT_ADMIN', unitId: 'other' }),
  省级审核人员: actor({ role: 'REVIEWER', associationId: 'jiangsu' }),
  领取人: actor({ personId: 'reviewer', role: 'REVIEWER', associationId: 'jiangsu' }),
  外省审核人员: actor({ role: 'REVIEWER', associationId: 'zhejiang' }),
  全国协会工作人员: actor({ role: 'NATIONAL_STAFF', associationId: 'national' }),
  财务人员: actor({ role: 'FINANCE', associationId: 'jiangsu' }),
  审计员: actor({ role: 'AUDITOR', associationId: 'national' }),
  系统管理员: actor({ role: 'SYSTEM_ADMIN' }),
  系统: systemActor,
};

const facts = [false, true].flatMap((hasMaterials) =>
  [false, true].flatMap((hasPayment) =>
    [null, now].flatMap((levelFrozenAt) =>
      [null, tomorrow].flatMap((revisionDueAt) =>
        (['PRIMARY', 'INTERMEDIATE'] as const).flatMap((level) =>
          ([null, 'COMPLETE'] as const).map((frozenFrom) => ({
            ...{ hasMaterials, hasPayment, levelFrozenAt, revisionDueAt, level, frozenFrom },
          })),
        ),
      ),
    ),
  ),
);

/** ● it can be, ○ shown with the reason why not, nothing: it does not exist for this person. */
function mark(person: Actor, ability: Ability, status: Status): string {
  const answers = facts.map((fact) => judge(person, ability, judged({ ...fact, status }), now).answer);
  if (answers.includes('yes')) return '●';
  return answers.includes('not_yet') ? '○' : ' ';
}

function matrixOf(name: string, person: Actor): string {
  const head = `| ${['', ...statusNames.map((status) => statuses[status].staffSees)].join(' | ')} |`;
  const line = `| ${['---', ...statusNames.map(() => ':-:')].join(' | ')} |`;
  const rows = abilities
    .map((ability) => ({ ability, marks: statusNames.map((status) => mark(person, ability, status)) }))
    .filter(({ marks }) => marks.some((one) => one !== ' '))
    .map(({ ability, marks }) => `| ${[`\`${ability}\``, ...marks].join(' | ')} |`);
  return rows.length === 0 ? `## ${name}\n\n没有任何权限。` : [`## ${name}`, '', head, line, ...rows].join('\n');
}

describe('who may do what, when', () => {
  test('is one matrix that can be read', async () => {
    const intro = '# 谁在什么状态下可以做什么\n\n● 可以（其他条件满足时）；○ 显示但说明原因；空白 对这个人不存在。';
    const text = [intro, ...Object.entries(people).map(([name, person]) => matrixOf(name, person))].join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('lifecycle-matrix.md');
  });

  test('nobody stands to his own application in another role', () => {
    for (const role of roles) {
      const self = actor({ personId: 'applicant', role, associationId: 'jiangsu', unitId: 'school' });
      expect([...relationsOf(self, judged())]).toEqual(role === 'APPLICANT' ? ['owner'] : []);
    }
  });

  test('provincial staff have no relation to a senior application', () => {
    const senior = judged({ level: 'SENIOR', cycleLevel: { deciderId: 'national' } });
    const reviewer = actor({ role: 'REVIEWER', associationId: 'jiangsu' });
    for (const ability of abilities) expect(judge(reviewer, ability, senior, now)).toEqual({ answer: 'not_yours' });
  });

  test('a list shows exactly the applications that may be seen', () => {
    const id = fc.constantFrom('applicant', 'somebody', 'reviewer');
    const place = fc.constantFrom('jiangsu', 'zhejiang', 'national');
    const unit = fc.constantFrom('school', 'other', null);
    const anybody = fc.record({
      personId: id,
      name: fc.constant('示例'),
      role: fc.constantFrom(...roles, 'SYSTEM' as const),
      associationId: fc.option(place),
      unitId: unit,
      sessionId: fc.constant(null),
    });
    const anything = fc.record({
      personId: id,
      unitId: unit,
      status: fc.constantFrom(...statusNames),
      associationId: place,
      deciderId: place,
    });
    fc.assert(
      fc.property(anybody, anything, (person, { associationId, deciderId, ...rest }) => {
        const application = judged({ ...rest, cycle: { ...judged().cycle, associationId }, cycleLevel: { deciderId } });
        const filter = visibleTo(person);
        const isListed = filter !== null && matches(filter, application);
        expect(isListed).toBe(judge(person, 'see', application, now).answer === 'yes');
      }),
      { numRuns: 5000 },
    );
  });
});

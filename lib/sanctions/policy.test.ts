import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, roles } from '@/lib/kernel/actor';
import type { SanctionStatus } from './labels';
import { type JudgedSanction, judgePropose, judgeSanction, sanctionAbilities, sanctionsVisibleTo } from './policy';

const now = new Date('2025-02-10T02:00:00Z');

const actor = (facts: Partial<Actor>): Actor => ({
  ...{ personId: 'somebody', name: '示例', role: 'REVIEWER', associationId: 'jiangsu', unitId: null, sessionId: null },
  ...facts,
});

const sanction = (facts: Partial<JudgedSanction> = {}): JudgedSanction => ({
  ...{ regionCode: '320100', status: 'PROPOSED', proposedById: 'first', decidedById: null },
  ...{ endsOn: null, hasOpenAppeal: false, unitIds: ['school'], isTied: false },
  ...facts,
});

const inForce = { status: 'APPROVED', decidedById: 'second', endsOn: new Date('2028-02-10') } as const;

const people: Record<string, Actor> = {
  提出人: actor({ personId: 'first' }),
  批准人: actor({ personId: 'second' }),
  同省的第三人: actor({}),
  全国协会: actor({ role: 'NATIONAL_STAFF', associationId: 'national' }),
  外省: actor({ associationId: 'zhejiang' }),
  财务: actor({ role: 'FINANCE' }),
  审计员: actor({ role: 'AUDITOR', associationId: 'national' }),
  系统管理员: actor({ role: 'SYSTEM_ADMIN', associationId: null }),
  单位管理员: actor({ role: 'UNIT_ADMIN', associationId: null, unitId: 'school' }),
  外单位管理员: actor({ role: 'UNIT_ADMIN', associationId: null, unitId: 'other' }),
};

const allowed = (facts: Partial<JudgedSanction>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(people)
      .map(([name, person]): [string, string[]] => [
        name,
        sanctionAbilities.filter((ability) => judgeSanction(person, ability, sanction(facts), now).answer === 'yes'),
      ])
      .filter(([, abilities]) => abilities.length > 0),
  );

describe('who may do what with a sanction', () => {
  it('while it is proposed', () => {
    expect(allowed({})).toEqual({
      提出人: ['see', 'withdraw'],
      批准人: ['see', 'approve', 'refuse'],
      同省的第三人: ['see', 'approve', 'refuse'],
      全国协会: ['see', 'approve', 'refuse'],
      审计员: ['see'],
    });
  });

  it('while it is in force', () => {
    expect(allowed(inForce)).toEqual({
      提出人: ['see'],
      批准人: ['see', 'lift'],
      同省的第三人: ['see', 'lift'],
      全国协会: ['see', 'lift'],
      审计员: ['see'],
      单位管理员: ['appeal'],
    });
  });

  it('while an appeal waits: a third person, and nothing else', () => {
    expect(allowed({ ...inForce, hasOpenAppeal: true })).toEqual({
      提出人: ['see'],
      批准人: ['see'],
      同省的第三人: ['see', 'decide_appeal'],
      全国协会: ['see', 'decide_appeal'],
      审计员: ['see'],
    });
  });

  it.each(['REFUSED', 'WITHDRAWN', 'LIFTED'] as const)('once it is %s: nothing but look', (status) => {
    expect(new Set(Object.values(allowed({ ...inForce, status, hasOpenAppeal: true })).flat())).toEqual(new Set(['see']));
  });

  it('once it is over: nothing but look', () => {
    expect(new Set(Object.values(allowed({ ...inForce, endsOn: new Date('2025-02-09') })).flat())).toEqual(new Set(['see']));
  });

  it('never decides who belongs to the unit', () => {
    for (const facts of [{}, inForce, { ...inForce, hasOpenAppeal: true }]) {
      const abilities = Object.values(allowed({ ...facts, isTied: true })).flat();
      expect(abilities.filter((ability) => !['see', 'withdraw', 'appeal'].includes(ability))).toEqual([]);
    }
    expect(judgePropose(actor({}), { regionCode: '320100', isTied: true }).answer).toBe('not_yet');
  });

  it('is listed for exactly those who may see it', () => {
    const anybody = fc.record({
      personId: fc.constant('somebody'),
      name: fc.constant('示例'),
      role: fc.constantFrom(...roles, 'SYSTEM' as const),
      associationId: fc.constantFrom('jiangsu', 'zhejiang', 'national', null),
      unitId: fc.constantFrom('school', null),
      sessionId: fc.constant(null),
    });
    const status = fc.constantFrom<SanctionStatus>('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LIFTED');
    fc.assert(
      fc.property(anybody, fc.constantFrom('320100', '330100'), status, (person, regionCode, state) => {
        const filter = sanctionsVisibleTo(person);
        const isListed = filter !== null && regionCode.startsWith(filter.regionCode?.startsWith ?? '');
        const judgement = judgeSanction(person, 'see', sanction({ regionCode, status: state }), now);
        expect(isListed).toBe(judgement.answer === 'yes');
      }),
      { numRuns: 1000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkCodes, checks, checkTitle, codesOf, isCheckCode, preflightMoments } from '@/lib/applications/preflight/checks';
import { seededReasons } from '@/prisma/seed/return-reasons';

describe('the reasons for which staff return', () => {
  it('are each bound to a check that exists, or say that only a person can see it', () => {
    for (const [code, , , , check] of seededReasons) {
      expect({ code, isKnown: check === null || isCheckCode(check) }).toEqual({ code, isKnown: true });
      if (check === null) expect(checkTitle(check)).toBe('只能由人判断');
    }
    expect(seededReasons.filter(([, , , , check]) => check).length).toBeGreaterThan(15);
  });

  it('have a code and a label each of their own', () => {
    expect(new Set(seededReasons.map(([code]) => code)).size).toBe(seededReasons.length);
    expect(new Set(seededReasons.map(([, , label]) => label)).size).toBe(seededReasons.length);
  });

  it('of the stamped paper are looked for when it is handed in, all others when the form is submitted', () => {
    for (const [code, group, , , check] of seededReasons) {
      if (!check || !isCheckCode(check)) continue;
      expect({ code, moment: checks[check].moment }).toEqual({
        code,
        moment: group === 'STAMP' ? 'submit_stamped_form' : 'lock_form',
      });
    }
  });

  it('leave no check without a reason that it can spare', () => {
    const bound = new Set(seededReasons.map(([, , , , check]) => check));
    expect(checkCodes.filter((code) => !bound.has(code))).toEqual([]);
  });
});

describe('the checks', () => {
  it('say in Chinese where they are seen and what they find', () => {
    for (const { title, place, blocks, warns } of Object.values(checks)) {
      for (const words of [title, place, blocks || warns]) expect(words).toMatch(/\p{sc=Han}/u);
    }
  });

  it('belong to one moment each', () => {
    expect(preflightMoments.flatMap(codesOf).sort()).toEqual([...checkCodes].sort());
  });

  it('are known by their own names only', () => {
    expect(isCheckCode('photo.fit')).toBe(true);
    for (const text of ['photo', '', 'toString', '__proto__']) expect(isCheckCode(text)).toBe(false);
  });
});

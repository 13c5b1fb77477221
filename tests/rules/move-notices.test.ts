import { describe, expect, it, test } from 'vitest';
import { type MoveName, moveFacts, moveNames } from '@/lib/applications/moves';
import { moveNotices } from '@/lib/notices/move-notices';

/** The applicant's own steps back, and what only colleagues need to know. */
const silent: MoveName[] = ['reopen_form', 'discard_draft', 'claim', 'release_claim'];

const facts = {
  title: '江苏省中级科技辅导员专业水平认证',
  number: 'JS24C00000001',
  reason: '没有加盖单位公章：请重新盖章。',
  revisionDueAt: new Date('2025-02-17T15:59:59.999Z'),
  owes: 'both',
  byUnit: false,
} as const;

const nothingMore = { ...facts, revisionDueAt: null, owes: null };

describe('the messages that follow a move', () => {
  it('are written for every move that the applicant should hear of, and for no other', () => {
    const told = moveNames.filter((name) => !silent.includes(name));
    expect(Object.keys(moveNotices).sort()).toEqual([...told].sort());
  });

  test.each(moveNames.filter((name) => !silent.includes(name)))('%s is said in whole sentences', (name) => {
    const notice = moveNotices[name];
    for (const text of [notice?.text(facts), notice?.text(nothingMore)]) {
      expect(text).toMatch(/^您.*。$/u);
      expect(text).toContain('江苏省中级科技辅导员专业水平认证');
      expect(text).not.toMatch(/undefined|null|\{|。。|，。|。 /);
    }
    expect(notice?.subject).toMatch(/^\p{sc=Han}/u);
  });

  test.each(['return_for_revision', 'reject', 'fail'] as const)('%s says why, by every way', (name) => {
    expect(moveFacts(name).needs).toContain('reason');
    expect(moveNotices[name]?.text(facts)).toContain('没有加盖单位公章');
    expect(moveNotices[name]?.channels).toEqual(['SITE', 'SMS', 'MAIL']);
  });
});

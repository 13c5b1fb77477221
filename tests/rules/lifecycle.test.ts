import { describe, expect, test } from 'vitest';
import { freezable, type Level, routes, type Stage, stageOf, type Status, statusNames } from '@/lib/applications/lifecycle';
import { lifecycleDocument } from '@/lib/applications/lifecycle-document';
import { type MoveName, moveFacts, moveNames, targetOf } from '@/lib/applications/moves';
import { levels } from '@/lib/catalogue/labels';

/** Moves that this level can ever make. */
const movesOf = (level: Level): MoveName[] =>
  moveNames.filter((name) => {
    const { needs } = moveFacts(name);
    const hasDefense = routes[level].includes('defense');
    return !needs.includes(hasDefense ? 'no_defense_in_route' : 'defense_in_route');
  });

function reachable(level: Level): Set<Status> {
  const found = new Set<Status>(['DRAFT']);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const name of movesOf(level)) {
      const { from, to } = moveFacts(name);
      // Back to where one was leads nowhere new.
      if (to !== 'BEFORE_FREEZING' && from.some((status) => found.has(status))) found.add(to);
    }
  }
  return found;
}

describe('the life-cycle', () => {
  test.each(['INTERMEDIATE', 'SENIOR'] as const)('every status can be reached from a draft at %s', (level) => {
    expect([...reachable(level)].sort()).toEqual([...statusNames].sort());
  });

  test('a primary application reaches every status but the defence', () => {
    expect([...reachable('PRIMARY')].sort()).toEqual(statusNames.filter((status) => status !== 'DEFENSE').sort());
  });

  test.each(levels)('no move at %s leads to a stage that is not on its way', (level) => {
    const stagesMet = new Set<Stage>([...reachable(level)].map((status) => stageOf[status]));
    expect([...stagesMet].filter((stage) => !routes[level].includes(stage))).toEqual([]);
  });

  test('only ends have no way on', () => {
    const ends = statusNames.filter((status) => moveNames.every((name) => !moveFacts(name).from.includes(status)));
    expect(ends.sort()).toEqual(['CERTIFIED', 'DISCARDED', 'NOT_PASSED', 'WITHDRAWN']);
  });

  test('what takes something from a person asks for a reason', () => {
    const hard: MoveName[] = ['return_for_revision', 'reject', 'fail', 'withdraw', 'reconsider', 'extend_revision'];
    const stopped: MoveName[] = ['freeze', 'unfreeze', 'reject_frozen', 'freeze_again'];
    for (const name of [...hard, ...stopped]) expect(moveFacts(name).needs).toContain('reason');
  });

  test('what is frozen is everything under way: neither a draft nor an end', () => {
    const ends: Status[] = ['CERTIFIED', 'NOT_PASSED', 'REJECTED', 'WITHDRAWN', 'DISCARDED'];
    expect([...freezable, ...ends, 'DRAFT', 'FROZEN'].sort()).toEqual([...statusNames].sort());
    expect(moveFacts('freeze').from).toEqual(freezable);
  });

  test('what was frozen goes back to where it stood, and nowhere else', () => {
    for (const frozenFrom of freezable) expect(targetOf('unfreeze', { frozenFrom })).toBe(frozenFrom);
    expect(() => targetOf('unfreeze', { frozenFrom: null })).toThrow();
    expect(targetOf('freeze', { frozenFrom: null })).toBe('FROZEN');
  });

  test('its document is drawn from the tables', async () => {
    await expect(lifecycleDocument()).toMatchFileSnapshot('../../docs/lifecycle.md');
  });
});

import { describe, expect, test } from 'vitest';
import { type Level, routes, type Stage, stageOf, type Status, statusNames } from '@/lib/applications/lifecycle';
import { lifecycleDocument } from '@/lib/applications/lifecycle-document';
import { type MoveName, moveFacts, moveNames } from '@/lib/applications/moves';
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
      if (from.some((status) => found.has(status))) found.add(to);
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
    for (const name of hard) expect(moveFacts(name).needs).toContain('reason');
  });

  test('its document is drawn from the tables', async () => {
    await expect(lifecycleDocument()).toMatchFileSnapshot('../../docs/lifecycle.md');
  });
});

const dayMs = 24 * 60 * 60_000;

export interface DeviceUse {
  personId: string;
  at: Date;
}

export interface BusiestDay {
  personIds: string[];
  from: Date;
  to: Date;
}

/** Of all stretches of 24 hours the first with the most accounts; null where there was no use at all. */
export function busiestDay(uses: readonly DeviceUse[]): BusiestDay | null {
  const inOrder = uses.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  let busiest: BusiestDay | null = null;
  for (const [index, { at: from }] of inOrder.entries()) {
    const within = inOrder.slice(index).filter(({ at }) => at.getTime() - from.getTime() < dayMs);
    const personIds = [...new Set(within.map(({ personId }) => personId))];
    const to = within.at(-1)?.at ?? from;
    if (personIds.length > (busiest?.personIds.length ?? 0)) busiest = { personIds, from, to };
  }
  return busiest;
}

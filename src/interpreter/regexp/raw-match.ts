/** A match as RegExp.prototype.exec gives it: $& and the groups, and where $& begins. */
export interface RawMatch extends Array<string | undefined> {
  index: number;
  /** starts and ends of all groups in code units, where they are known already */
  offsets?: number[];
}

export function placedMatch(groups: (string | undefined)[], index: number, offsets: number[]): RawMatch {
  const m = groups as RawMatch;
  m.index = index;
  m.offsets = offsets;
  return m;
}

export function matchFromOffsets(input: string, offsets: number[]): RawMatch {
  const groups: (string | undefined)[] = [];
  for (let i = 0; i < offsets.length; i += 2) {
    if (offsets[i + 1]! < 0) offsets[i] = -1;
    groups.push(offsets[i]! < 0 ? undefined : input.slice(offsets[i], offsets[i + 1]));
  }
  return placedMatch(groups, offsets[0]!, offsets);
}

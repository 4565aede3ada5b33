/** Units number the places where they note undef from 0; an interpreter numbers all of them. */
import type { OpInfo, OperandName } from '../core/cops.js';

export function opAtSites(op: OpInfo, base: number): OpInfo {
  return { ...op, names: op.names.map((name) => nameAtSite(name, base)) };
}

function nameAtSite(name: OperandName, base: number): OperandName {
  if (name === null || typeof name === 'string') return name;
  if ('choices' in name)
    return { site: name.site + base, choices: name.choices.map((choice) => nameAtSite(choice, base)) };
  return { ...name, site: name.site + base };
}

import { type ActivePerl, running } from './active.js';

/**
 * State that each interpreter of a process has for itself, made when it is first asked for; the one that ran last is at hand.
 * Before any interpreter runs, it is nobody's.
 */
export function perInterpreter<T>(make: () => T): (perl?: ActivePerl | null) => T {
  const states = new WeakMap<ActivePerl, T>();
  let owner: ActivePerl | null = null;
  let latest = make();
  return (perl = running()) => {
    if (perl === owner || perl === null) return latest;
    let state = states.get(perl);
    if (state === undefined) states.set(perl, (state = make()));
    owner = perl;
    latest = state;
    return state;
  };
}

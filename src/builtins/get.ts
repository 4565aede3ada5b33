import type { Environment } from './environment.js';
import { type IdResult, settle } from './results.js';

/** What the three get calls share: an id as it is, 0 included, and undef for failure. */
export function idOrUndef<S>(env: Environment<S>, id: number): IdResult {
  return settle(env.host, id) ? id : env.failedGet;
}

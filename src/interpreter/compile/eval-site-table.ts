/** Where eval STRING stands: its lexical scope, kept so that the text can be compiled in it at run time. */
import type { CopInfo } from '../core/cops.js';
import type { FnContext, Scope } from './scope.js';
import type { FileStatics } from './unit.js';

export interface EvalSite {
  readonly scope: Scope;
  readonly cop: CopInfo;
  readonly statics: FileStatics;
  /** functions whose JavaScript variables the evaluated text can see */
  readonly functions: ReadonlySet<FnContext>;
  readonly inSub: boolean;
}

/** A lexical variable as a cached program keeps it: its key, identifier, kind, package variable, static and visibility. */
export type SavedVariable = readonly [string, string, 'my' | 'our' | 'state', string | null, number, boolean];

/** An eval site of a cached program: made whole when it is first used. */
export interface SavedSite {
  readonly variables: readonly SavedVariable[];
  readonly cop: CopInfo;
  readonly statics: FileStatics;
  readonly inSub: boolean;
  /** identifiers with numbers up to this one may be in use */
  readonly identifiers: number;
}

/** Compiled code refers to eval sites by their number here. */
export const evalSites: (EvalSite | SavedSite)[] = [];

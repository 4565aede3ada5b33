/** A compiled file as it is kept: steps to load it, tables and JavaScript of its units. */
import { astral } from '../../runtime/astral.js';
import type { OpInfo } from '../core/cops.js';
import type { SavedVariable } from '../compile/eval-site-table.js';
import type { PhaseStep, Step, SubStep, UseStep } from '../compile/trace.js';

/** Statements and pragmas are numbers, of `cops` and `hints`. */
type Numbered<S> = { [K in keyof S]: K extends 'cop' | 'after' ? number : S[K] };
export type SavedStep =
  | Exclude<Step, SubStep | UseStep | PhaseStep>
  | Numbered<SubStep>
  | Numbered<UseStep>
  | Numbered<PhaseStep>;

export interface SavedEvalSite {
  readonly variables: readonly SavedVariable[];
  readonly cop: number;
  readonly inSub: boolean;
}

export interface SavedUnit {
  readonly cops: readonly number[];
  readonly ops: readonly OpInfo[];
  readonly globs: readonly string[];
  readonly noteSites: number;
  readonly evalSites: readonly SavedEvalSite[];
}

export interface ProgramTables {
  /** what was compiled: kind, file name and initial pragmas */
  readonly key: string;
  /** names this very entry, so that V8's code can't be taken for that of another */
  readonly id: string;
  readonly hints: readonly string[];
  readonly names: readonly string[];
  /** file, line, package and hints of statement after statement; files and packages are numbers of `names` */
  readonly cops: readonly number[];
  readonly units: readonly SavedUnit[];
  readonly steps: readonly SavedStep[];
  /** sigils of the statics */
  readonly statics: string;
  /** the unit that is the file itself */
  readonly main: number;
  readonly data: { readonly pkg: string; readonly text: string } | null;
  readonly identifiers: number;
  /** name and statement (-1: declared by `our`) of variables and handles, at most twice each */
  readonly mentions: readonly (string | number)[];
}

export interface SavedProgram {
  readonly source: string;
  readonly tables: ProgramTables;
  /** an array of functions, the units' */
  readonly code: string;
}

export function packProgram({ source, tables, code }: SavedProgram): Buffer {
  const wide = !isLatin1(code);
  const parts = [
    Buffer.from(source, 'latin1'),
    Buffer.from(escaped(JSON.stringify(tables)), 'latin1'),
    Buffer.from(code, wide ? 'utf16le' : 'latin1'),
  ];
  const head = Buffer.from(`${parts.map((part) => part.length).join(' ')} ${wide ? 2 : 1}\n`, 'latin1');
  return Buffer.concat([head, ...parts]);
}

export function isLatin1(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of Latin-1 is meant
  return !/[^\x00-\xff]/.test(text);
}
const escaped = (json: string): string =>
  json.replace(/[^\0-\x7e]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What a packed program was compiled from, and, if that is what is wanted, all of it. */
export function unpackProgram(content: Buffer, key: string, source: string): SavedProgram | null {
  const start = content.indexOf(10) + 1;
  const [sourceLength = 0, tablesLength = 0, codeLength = 0, width = 1] = content
    .toString('latin1', 0, start)
    .split(' ')
    .map(Number);
  const afterSource = start + sourceLength;
  const afterTables = afterSource + tablesLength;
  if (sourceLength !== source.length || afterTables + codeLength !== content.length) return null;
  if (content.toString('latin1', start, afterSource) !== source) return null;
  const tables = JSON.parse(content.toString('latin1', afterSource, afterTables)) as ProgramTables;
  if (tables.key !== key) return null;
  const code = content.toString(width === 2 ? 'utf16le' : 'latin1', afterTables);
  // Its literals were made when it was compiled: others must learn that there are such characters.
  if (/\\ud[89ab]/.test(code)) astral.seen = true;
  return { source, tables, code };
}

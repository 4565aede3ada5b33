import type { MatchResult } from 'ohm-js';
import type { Block, Program } from './ast.js';
import { type ParserEnv, PerlSyntaxError } from './parser-env.js';
import { expression } from './expressions.js';
import type { FlatStatement } from './flat.js';
import { flattenProgram, flattenRow } from './flatten.js';
import { perlGrammar } from './grammar.js';
import { type Prepared, prepare } from './prepare.js';
import { type Passes, Resolver } from './resolver.js';
import { Row } from './row.js';
import { block, statements } from './statements.js';
import { subBody } from './subs.js';
import { tails } from './tails.js';

export interface ParseOptions {
  /** number of the first line, 1 unless told */
  readonly startLine?: number;
  /** the text of a string eval: `__PACKAGE__` is then what the surroundings say */
  readonly evalString?: boolean;
}

const passes: Passes = { expression, tails, block, subBody, rowFromText, blockFromText };

/**
 * Reads a Perl program. `use`, BEGIN blocks and sub definitions are handed to `env` in source order, as perl does, before
 * the text that follows them is resolved.
 */
export function parseProgram(source: string, file: string, env: ParserEnv, options: ParseOptions = {}): Program {
  const startLine = options.startLine ?? 1;
  const prepared = prepare(source, startLine);
  const r = new Resolver(env, prepared, file, passes);
  r.pkg = env.cop(startLine).pkg;
  r.utf8 = env.hint('utf8') || /^\s*use\s+utf8\b/m.test(source);
  const body = statements(r, recognise(r, prepared));
  const end = prepared.text.length;
  const data = prepared.data === null ? null : { text: prepared.data, pkg: r.pkg };
  return { body: { type: 'Block', body, line: startLine, endLine: r.line(end) }, data };
}

/**
 * The statements of the text. If brackets are missing at its end, it is read as if they were there: perl too stumbles over
 * what doesn't fit in between before it misses them.
 */
function recognise(r: Resolver, prepared: Prepared): FlatStatement[] {
  const { text, missing } = prepared;
  const match = perlGrammar().match(text, 'program');
  if (match.succeeded()) {
    if (prepared.trouble !== null) r.suspect();
    return flattenProgram(match, text, r.utf8);
  }
  const closed = `${text}\n${missing}`;
  const again = missing === '' ? match : perlGrammar().match(closed, 'program');
  if (again.failed()) throw prepared.trouble ?? failure(prepared, match);
  statements(r, flattenProgram(again, closed, r.utf8));
  throw prepared.trouble ?? failure(prepared, match);
}

/** Where the grammar could not go on is where perl sees a syntax error, more often than not. */
function failure(prepared: Prepared, match: MatchResult): PerlSyntaxError {
  const { text, map } = prepared;
  const at = rightmostFailure(match);
  if (text.slice(at).trim() === '') return new PerlSyntaxError('syntax error', map.line(at), '');
  const before = /(?:[\w:$@%&]+|[^\s\w])[ \t]*$/.exec(text.slice(0, at))?.[0] ?? '';
  const token = /^(?:\w+|\)\s*|\W)/.exec(text.slice(at))?.[0] ?? '';
  return new PerlSyntaxError('syntax error', map.line(at), before + token);
}

function rightmostFailure(match: MatchResult): number {
  return (match as unknown as { getRightmostFailurePosition(): number }).getRightmostFailurePosition();
}

/** The tokens of code that stands inside a string, `at` being its place in the program. */
function rowFromText(r: Resolver, text: string, at: number): Row {
  const match = perlGrammar().match(text, 'row');
  if (match.failed()) r.fail('syntax error', at + rightmostFailure(match), text);
  return new Row(flattenRow(match, text, r.utf8, at), at + text.length);
}

/** The statements of the replacement of s///e. */
function blockFromText(r: Resolver, text: string, at: number): Block {
  const match = perlGrammar().match(text, 'program');
  if (match.failed()) r.fail('syntax error', at + rightmostFailure(match), text);
  r.enterScope();
  const body = statements(r, flattenProgram(match, text, r.utf8, at));
  r.leaveScope();
  return { type: 'Block', body, line: r.line(at), endLine: r.line(at + text.length) };
}

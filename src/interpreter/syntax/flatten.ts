import type { MatchResult, Semantics } from 'ohm-js';
import type { FlatStatement, Token } from './flat.js';
import { collect, readAll } from './flat-builder.js';
import { quoteActions } from './flatten-quotes.js';
import { rowActions } from './flatten-rows.js';
import { statementActions } from './flatten-statements.js';
import { variableActions } from './flatten-variables.js';
import { perlGrammar } from './grammar.js';

let semantics: Semantics | null = null;

function makeSemantics(): Semantics {
  return perlGrammar()
    .createSemantics()
    .addOperation<void>('read', {
      _terminal() {},
      _nonterminal(...children) {
        readAll(children);
      },
      _iter(...children) {
        readAll(children);
      },
      sp(_blanks, _sign, _comment, _more) {},
      ...statementActions,
      ...rowActions,
      ...variableActions,
      ...quoteActions,
    });
}

function read(
  match: MatchResult,
  source: string,
  offset: number,
  utf8: boolean,
): { row: Token[]; statements: FlatStatement[] } {
  semantics ??= makeSemantics();
  const tree = semantics(match) as unknown as { read(): void };
  return collect(source, offset, utf8, () => tree.read());
}

/** The statements of a matched program; `offset` is added to their places. */
export function flattenProgram(match: MatchResult, source: string, utf8: boolean, offset = 0): FlatStatement[] {
  return read(match, source, offset, utf8).statements;
}

/** The tokens of a matched row; `offset` is added to their places. */
export function flattenRow(match: MatchResult, source: string, utf8: boolean, offset: number): Token[] {
  return read(match, source, offset, utf8).row;
}

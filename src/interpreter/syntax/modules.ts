import type { Expr, Stmt, UseStmt } from './ast.js';
import { openArguments } from './arguments.js';
import type { WordToken } from './flat.js';
import { startsTerm } from './operators.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';

const VERSION = /^v?\d/;

/** perlfunc, use and no: carried out at once, so that what they import is known to what follows. */
export function useStatement(r: Resolver, row: Row, word: WordToken): Stmt {
  const line = r.line(row.end);
  row.take();
  const no = word.text === 'no';
  let module: string | null = null;
  const name = row.peek();
  if (name?.kind === 'word') {
    row.take();
    module = name.text.replace(/::$/, '');
  } else if (name?.kind !== 'number') return r.unexpected(row);
  const version = takeVersion(row);
  const first = row.peek();
  // perl loads the module at the line of the semicolon, and imports at that of the list
  const cop = r.env.cop(first ? r.line(first.at) : line);
  const args = importList(r, row);
  r.expectEnd(row);
  const stmt: UseStmt = { type: 'UseStmt', no, module, version, args, line, cop };
  r.env.use(stmt);
  return stmt;
}

/** A version is a number that no comma follows. */
function takeVersion(row: Row): string | null {
  const token = row.peek();
  if (token?.kind !== 'number' || !VERSION.test(token.text)) return null;
  const after = row.peek(1);
  if (after?.kind === 'symbol') return null;
  row.take();
  return token.text;
}

const FILE_TEST = /^[A-CMOR-TWXb-gk-lopr-uw-xz]$/;

/** `use Test::More -t STDOUT ? ...`: behind a word, the grammar reads a minus as the operator between two operands. */
function takeFileTest(row: Row): void {
  const letter = row.peek(1);
  if (!row.isSymbol('-') || letter?.kind !== 'word' || !FILE_TEST.test(letter.text) || row.isSymbol('=>', 2)) return;
  row.replace(0, 2, { kind: 'filetest', letter: letter.text, at: row.at, end: letter.end });
}

function importList(r: Resolver, row: Row): Expr[] | null {
  takeFileTest(row);
  if (row.atEnd || !startsTerm(row.peek(), row.peek(1))) return null;
  const args = openArguments(r, row);
  const [only] = args;
  if (args.length === 1 && only?.type === 'List' && only.paren && only.items.length === 0 && !only.qw) return [];
  if (args.length === 1 && only?.type === 'List' && only.qw && only.items.length === 0) return [];
  return args;
}

/** `package NAME;` lasts until the end of the enclosing block. */
export function packageStatement(r: Resolver, row: Row, word: WordToken): Stmt {
  const line = r.line(word.at);
  const cop = r.env.cop(line);
  row.take();
  const name = row.take();
  // `package v10;`: a name that looks like a version
  const isVersion = name?.kind === 'number' && name.text.startsWith('v');
  if (name === undefined || (name.kind !== 'word' && !isVersion)) {
    row.next--;
    return r.unexpected(row);
  }
  const version = takeVersion(row);
  r.expectEnd(row);
  r.pkg = name.text;
  r.env.setPackage(name.text);
  return { type: 'PackageStmt', name: name.text, version, block: null, line, cop };
}

/** `Useless use of %s in void context` (perldiag, category void). */
import type { Expr } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { binaryOpText } from './op-names.js';

/** Constants that perl lets pass: 0, 1, undef, and the strings of old documentation tricks. */
const harmless = new Set(['0', '1', 'di', 'ds', 'ig']);

const functions = new Set(
  'ref defined hex oct length substr vec index rindex sprintf unpack pack join reverse sort grep wantarray caller abs int sqrt sin cos exp log lc uc lcfirst ucfirst quotemeta ord chr exists scalar time localtime gmtime getppid prototype fileno eof tell readlink telldir getpgrp getpriority times'.split(
    ' ',
  ),
);

/** What is useless about the expression as a statement, or null. */
function uselessText(c: Compiler, given: Expr): string | null {
  const e = look(given);
  switch (e.type) {
    case 'NumLit':
      return harmless.has(String(e.value)) ? null : `a constant (${e.value})`;
    case 'StrLit':
      return harmless.has(e.value) ? null : `a constant (${JSON.stringify(e.value)})`;
    case 'Interp':
      return e.parts.length === 1 ? 'string' : 'concatenation (.) or string';
    case 'Var':
      if (e.sigil === '*' || e.sigil === '&') return null;
      return c.scope.lookup(e.sigil + e.name)?.kind === 'my'
        ? e.sigil === '$'
          ? 'private variable'
          : e.sigil === '@'
            ? 'private array'
            : 'private hash'
        : 'a variable';
    case 'Elem':
      return 'array element';
    case 'HElem':
      return 'hash element';
    case 'Binary':
      return e.op in binaryOpText ? (binaryOpText[e.op] as string) : null;
    case 'Unary':
      return e.op === '-' ? 'negation (-)' : e.op === '!' ? 'not' : e.op === '~' ? "1's complement (~)" : null;
    case 'AnonArray':
      return 'anonymous array ([])';
    case 'AnonHash':
      return 'anonymous hash ({})';
    case 'RefGen':
      return 'single ref constructor';
    case 'AnonSub':
      return 'single ref constructor';
    case 'ListSlice':
      return 'list slice';
    case 'Slice':
      return e.kv ? 'index/value array slice' : 'array slice';
    case 'HSlice':
      return e.kv ? 'key/value hash slice' : 'hash slice';
    case 'Subst':
      return e.flags.includes('r') ? 'non-destructive substitution (s///r)' : null;
    case 'Trans':
      return e.flags.includes('r') ? 'non-destructive transliteration (tr///r)' : null;
    case 'Sort':
      return 'sort';
    case 'Func':
      return functions.has(e.name) && !(e.name === 'substr' && e.args.length > 3) ? functionText(e.name) : null;
    default:
      return null;
  }
}
function functionText(name: string): string {
  const texts: Record<string, string> = {
    ref: 'reference-type operator',
    defined: 'defined operator',
    join: 'join or string',
  };
  return texts[name] ?? name;
}

export function warnIfUseless(c: Compiler, e: Expr, line: number): void {
  if (c.hints.warnings === null && !c.perl.warnAll) return;
  const shown = look(e);
  if (shown.type === 'List' && !shown.qw) {
    for (const item of shown.items) warnIfUseless(c, item, line);
    return;
  }
  const text = uselessText(c, e);
  if (text !== null) c.warn('void', `Useless use of ${text} in void context`, line);
}

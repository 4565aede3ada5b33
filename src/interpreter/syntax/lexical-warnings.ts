import type { Expr } from './ast.js';
import type { WordToken } from './flat.js';
import type { Resolver } from './resolver.js';

/** perldiag: warnings that the text alone gives rise to, while it is read. */

/** `print (...) interpreted as function`: exactly one blank, and no end of the expression after the parentheses. */
export function warnFunctionParentheses(r: Resolver, word: WordToken): void {
  const text = r.prepared.text;
  if (r.foreign || text[word.end] !== ' ' || text[word.end + 1] !== '(') return;
  let depth = 1;
  let at = word.end + 2;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
  }
  const after = /\S/.exec(text.slice(at, at + 200))?.[0];
  if (after !== undefined && ';&/|})]oairuwef!='.includes(after)) return;
  r.env.warn('syntax', `${word.text} (...) interpreted as function`, r.line(word.at));
}

export function warnWordList(r: Resolver, words: readonly string[], line: number): void {
  if (words.some((word) => word.includes(',') && word.length > 1)) {
    r.env.warn('qw', 'Possible attempt to separate words with commas', line);
  }
  if (words.some((word) => word.startsWith('#')))
    r.env.warn('qw', 'Possible attempt to put comments in qw() list', line);
}

export function warnUnknownEscape(r: Resolver, letter: string, line: number): void {
  if (/[A-Za-z0-9]/.test(letter)) r.env.warn('misc', `Unrecognized escape \\${letter} passed through`, line);
}

/** `@x[0]` where `$x[0]` was meant. */
export function warnScalarSlice(r: Resolver, name: string, subscript: Expr, brackets: '[]' | '{}'): void {
  const key = sliceKey(subscript);
  if (key === null) return;
  const [open, close] = brackets;
  const element = `${name}${open}${key}${close}`;
  r.env.warn('syntax', `Scalar value @${element} better written as $${element}`, subscript.line);
}

function sliceKey(subscript: Expr): string | null {
  if (subscript.type === 'Unary' && subscript.op === '-' && subscript.expr.type === 'NumLit')
    return `-${subscript.expr.value}`;
  if (subscript.type === 'NumLit') return String(subscript.value);
  if (subscript.type === 'StrLit') return `"${subscript.value}"`;
  return subscript.type === 'Var' && subscript.sigil === '$' ? '...' : null;
}

const LITERALS = [
  { form: /^0[xX]/, text: 'Hexadecimal number > 0xffffffff' },
  { form: /^0[bB]/, text: 'Binary number > 0b11111111111111111111111111111111' },
  { form: /^0[oO]?[0-7]/, text: 'Octal number > 037777777777' },
];

/** Numbers that not every perl can hold (perldiag, category portable). */
export function warnNonPortable(r: Resolver, text: string, line: number): void {
  if (text.length < 10 || text[0] !== '0' || /p/i.test(text)) return;
  const literal = LITERALS.find(({ form }) => form.test(text));
  if (literal === undefined) return;
  const digits = text.replaceAll('_', '').replace(/^0[oO]?(?=[0-7])/, '0o');
  if (BigInt(digits) > 0xffffffffn) r.env.warn('portable', `${literal.text} non-portable`, line);
}

/** `$x =+ 1`: the operator is written the other way round. */
export function warnReversed(r: Resolver, at: number): void {
  if (r.foreign) return;
  const found = /^=([-+*/%.^&|<])\s/.exec(r.prepared.text.slice(at, at + 3));
  if (found) r.env.warn('syntax', `Reversed ${found[1]}= operator`, r.line(at));
}

/** `1__000`: underscores stand between digits, one at a time. */
export function warnUnderscores(r: Resolver, text: string, line: number): void {
  if (!text.includes('_')) return;
  const wrong = text.match(/__+|_(?=$|[.eE])|(?<=^0[xXbB])_|(?<=[.eE+-])_/g);
  if (wrong) r.env.warn('syntax', 'Misplaced _ in number', line);
}

/** `@a =~ /x/` matches the number of elements. */
export function warnMatchOnList(r: Resolver, target: Expr, operation: Expr): void {
  if ((target.type !== 'Var' && target.type !== 'Deref') || (target.sigil !== '@' && target.sigil !== '%')) return;
  const what =
    operation.type === 'Subst'
      ? 'substitution (s///)'
      : operation.type === 'Trans'
        ? 'transliteration (tr///)'
        : 'pattern match (m//)';
  const sample = target.sigil === '@' ? '@array' : '%hash';
  const name = target.type === 'Var' ? target.sigil + target.name : sample;
  r.env.warn('misc', `Applying ${what} to ${name} will act on scalar(${name})`, target.line);
}

/** `push @a` without anything to push. */
export function warnNoValues(r: Resolver, name: string, count: number, line: number): void {
  if (count === 1 && (name === 'push' || name === 'unshift'))
    r.env.warn('syntax', `Useless use of ${name} with no values`, line);
}

/** A word in small letters that is nothing yet (perldiag, category reserved). */
export function warnReserved(r: Resolver, word: WordToken): void {
  if (!/^[a-z]+$/.test(word.text) || r.env.hint('strict subs') || r.packageExists(word.text)) return;
  if (r.prepared.text[word.at - 1] === '-' || r.foreign) return;
  r.env.warn('reserved', `Unquoted string "${word.text}" may clash with future reserved word`, r.line(word.at));
}

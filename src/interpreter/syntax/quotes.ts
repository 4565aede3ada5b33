import type { Expr } from './ast.js';
import { unescapeDelimiter, unescapeSingle, unescapeTransliteration } from './escapes.js';
import type { AngleToken, HereToken, QuoteToken } from './flat.js';
import { decodeUtf8 } from './decode-utf8.js';
import { interpolate } from './interpolate.js';
import { warnWordList } from './lexical-warnings.js';
import { hasCode, patternWithCode } from './pattern-code.js';
import { patternComments } from './pattern-comments.js';
import type { Resolver } from './resolver.js';

/** perlop, "Quote and Quote-like Operators" */
export function quoteLike(r: Resolver, given: QuoteToken): Expr {
  const token = r.env.hint('utf8')
    ? { ...given, text: decodeUtf8(given.text), second: decodeUtf8(given.second) }
    : given;
  const line = r.line(token.at);
  switch (token.op) {
    case 'q':
      return { type: 'StrLit', value: unescapeSingle(unescapeDelimiter(token.text, token.open)), line };
    case 'qq':
      return interpolated(r, token);
    case 'qx':
      return { type: 'Func', name: 'readpipe', args: [interpolated(r, token)], parens: true, line };
    case 'qw':
      return words(r, token, line);
    case 'm':
    case 'qr':
      return match(r, token, line);
    case 's':
      return substitution(r, token, line);
    default:
      return transliteration(token, line);
  }
}

function interpolated(r: Resolver, token: QuoteToken): Expr {
  if (token.open === "'" && token.op === 'qx') return { type: 'StrLit', value: token.text, line: r.line(token.at) };
  const text = unescapeDelimiter(token.text, /[\\$@\w]/.test(token.open) ? '' : token.open);
  return { ...interpolate(r, text, token.textAt, 'string'), line: r.line(token.at) };
}

function words(r: Resolver, token: QuoteToken, line: number): Expr {
  const text = unescapeDelimiter(token.text, token.open).trim();
  const found = text === '' ? [] : text.split(/\s+/);
  warnWordList(r, found, line);
  const items: Expr[] = found.map((word) => ({ type: 'StrLit', value: unescapeSingle(word), line }));
  return { type: 'List', items, paren: true, qw: true, line };
}

/** `\/` in /.../ is `/` before the pattern is seen, but `\{` in m{...} stays. */
function pattern(r: Resolver, token: QuoteToken): Expr {
  const text = /[([{<]/.test(token.open) ? token.text : unescapeDelimiter(token.text, token.open);
  if (hasCode(text)) return patternWithCode(r, text, token.textAt);
  if (token.open === "'") return { type: 'StrLit', value: text, line: r.line(token.at) };
  return interpolate(r, text, token.textAt, 'pattern', token.flags.includes('x') ? patternComments(text) : undefined);
}

function match(r: Resolver, token: QuoteToken, line: number): Expr {
  checkFlags(r, token, token.op === 'm' ? /^[msixxpodualngc]*$/ : /^[msixxpodualn]*$/);
  const made: Expr = {
    type: 'Match',
    kind: token.op as 'm' | 'qr',
    target: null,
    negate: false,
    pattern: pattern(r, token),
    flags: token.flags,
    line,
  };
  return token.open === '?' ? { ...made, once: true } : made;
}

function checkFlags(r: Resolver, token: QuoteToken, allowed: RegExp): void {
  if (allowed.test(token.flags)) return;
  const wrong = [...token.flags].find((flag) => !allowed.test(flag)) ?? '';
  r.fail(`Unknown regexp modifier "/${wrong}"`, token.at, r.near(token.at, token.end));
}

function substitution(r: Resolver, token: QuoteToken, line: number): Expr {
  checkFlags(r, token, /^[msixxpodualngcer]*$/);
  return {
    type: 'Subst',
    target: null,
    negate: false,
    pattern: pattern(r, token),
    replacement: replacement(r, token, line),
    flags: token.flags,
    line,
  };
}

/** The replacement is a string, with /e code, with /ee code whose value is evaluated again. */
function replacement(r: Resolver, token: QuoteToken, line: number): Expr {
  const evaluations = token.flags.split('e').length - 1;
  const text = unescapeDelimiter(token.second, token.secondOpen);
  if (evaluations === 0) {
    if (token.secondOpen === "'") return { type: 'StrLit', value: token.second, line };
    return interpolate(r, text, token.secondAt, 'string');
  }
  let code: Expr = { type: 'DoBlock', body: r.passes.blockFromText(r, text, token.secondAt), line };
  for (let i = 1; i < evaluations; i++) code = { type: 'Func', name: 'evalstr', args: [code], parens: true, line };
  return code;
}

function transliteration(token: QuoteToken, line: number): Expr {
  const raw = token.open === "'";
  const [from, to] = [unescapeDelimiter(token.text, token.open), unescapeDelimiter(token.second, token.secondOpen)];
  return {
    type: 'Trans',
    target: null,
    negate: false,
    from: raw ? from : unescapeTransliteration(from),
    to: raw ? to : unescapeTransliteration(to),
    flags: token.flags,
    line,
  };
}

/** A here-document: its body was lifted out before the grammar saw the text. */
export function hereDocument(r: Resolver, token: HereToken): Expr {
  const document = r.prepared.hereDocuments[token.index];
  const line = r.line(token.at);
  if (!document) return { type: 'StrLit', value: '', line };
  if (document.unindented)
    r.fail(`Indentation on line ${document.unindented} of here-doc doesn't match delimiter`, token.at, null);
  const body = r.env.hint('utf8') ? decodeUtf8(document.body) : document.body;
  if (document.quote === "'") return { type: 'StrLit', value: body, line };
  const text = r.withLine(document.line, () => interpolate(r, body, 0, 'string'));
  return document.quote === '`'
    ? { type: 'Func', name: 'readpipe', args: [text], parens: true, line }
    : { ...text, line };
}

/** perlop, "I/O Operators": `<FH>`, `<$fh>`, `<>`, `<<>>`, anything else is a glob. */
export function angle(r: Resolver, token: AngleToken): Expr {
  const line = r.line(token.at);
  if (token.text === '') return { type: 'Readline', handle: null, line };
  if (token.text === '<>') return { type: 'Readline', handle: null, safe: true, line };
  if (/^\$\w+$/.test(token.text)) {
    return { type: 'Readline', handle: { type: 'Var', sigil: '$', name: token.text.slice(1), line }, line };
  }
  if (/^[A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:(?:::|')[\w\x80-\uffff]+)*$/.test(token.text)) {
    return { type: 'Readline', handle: { type: 'Bareword', name: token.text.replaceAll("'", '::'), line }, line };
  }
  return { type: 'GlobPattern', pattern: interpolate(r, token.text, token.at + 1, 'string'), line };
}

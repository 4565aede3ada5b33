/** The insides of strings and patterns: perl reads them as pieces that are concatenated (toke.c calls it sublexing). */
import { constantEnd, subscriptFollows } from './string-pieces.js';
import type { Lexer } from './lexer.js';
import type { Token } from './tokens.js';

/** The token for a string that has been scanned: its text if nothing is interpolated, else the beginning of a call. */
export function stringToken(l: Lexer, kind: string, s: number): Token {
  l.expect = 'operator';
  if (kind === 'const') {
    const text = l.stuff ?? '';
    l.stuff = null;
    return l.token('THING', s, text);
  }
  l.outerState = l.within;
  l.stringKind = kind;
  l.noRecovery = false;
  l.errorsBefore = l.errors;
  l.within = 'push';
  l.expect = 'term';
  const isPattern = kind === 'match' || kind === 'subst' || kind === 'trans';
  const token = l.token(isPattern ? 'PMFUNC' : 'FUNC', s, kind);
  return { type: token.type, value: { ...token.value, flags: isPattern ? (l.pattern?.text ?? '') : '' } };
}

/** The next token of a string; null if it is one of ordinary code in it. */
export function insideString(l: Lexer): Token | null {
  switch (l.within) {
    case 'push':
      return enter(l);
    case 'case-change':
      return caseChange(l);
    case 'start':
      return variableBegins(l);
    case 'end-perhaps':
      if (subscriptFollows(l, l.at)) {
        l.within = 'code';
        return null;
      }
      return variableEnds(l);
    case 'end':
      return variableEnds(l);
    default:
      return constant(l);
  }
}

function enter(l: Lexer): Token {
  const isHere = l.multiClose === '<';
  l.marks.push(l.saves.length);
  l.within = l.outerState;
  const { joins, brackets, caseChanges, starts, within, rest, restCode, inPattern, inWhat, readingCode } = l;
  const { codeInPattern } = l;
  const { line, multiEnd, hereLines, multiClose, at, old, older, lastList, lastUnary, lineStart, held, heldClose } = l;
  const { layer, pattern } = l;
  layer.at = at;
  layer.held = held;
  l.save(() => {
    Object.assign(l, { joins, brackets, caseChanges, starts, within, rest, restCode, inPattern, inWhat, readingCode });
    l.codeInPattern = codeInPattern;
    Object.assign(l, { multiClose, at, old, older, lastList, lastUnary, lineStart, held, heldClose, layer, pattern });
    if (isHere) Object.assign(l, { line, multiEnd, hereLines });
  });
  if (isHere) l.hereLines = 0;
  l.heldClose = l.stuffClose;
  l.held = { text: l.stuff ?? '' };
  l.rest = l.replacement;
  l.restCode = l.replacementCode;
  l.readingCode = false;
  l.stuff = null;
  l.replacement = null;
  l.at = l.old = l.older = l.lineStart = 0;
  l.lastList = l.lastUnary = -1;
  l.joins = 0;
  l.codeInPattern = false;
  l.brackets = [];
  l.caseChanges = [];
  l.starts = 0;
  l.within = 'constant';
  if (isHere) l.line = l.multiStart;
  l.layer = { held: l.held, at: 0, outer: layer };
  l.inWhat = l.stringKind;
  l.inPattern = l.inWhat === 'match' || l.inWhat === 'subst';
  return forcedToken(l, 'SUBLEXSTART');
}

function forcedToken(l: Lexer, type: string, text = ''): Token {
  return { type, value: l.leaf(type, text) };
}

function done(l: Lexer): Token {
  if (l.starts++ === 0) {
    l.expect = 'operator';
    return forcedToken(l, 'THING');
  }
  if (l.caseChanges.length > 0) {
    l.within = 'case-change';
    return l.next();
  }
  if (l.rest !== null) return secondPart(l, l.rest);
  const { line } = l;
  l.leaveTo(l.marks.pop() ?? 0);
  if (l.errorsBefore !== l.errors && l.noRecovery) l.quit();
  if (l.multiClose === '<') l.hereLines += line - l.multiEnd;
  l.expect = 'operator';
  return forcedToken(l, 'SUBLEXEND');
}

/** The replacement of s/// and tr///; that of s///e is code. */
function secondPart(l: Lexer, text: string): Token {
  l.held = { text };
  l.inPattern = false;
  l.at = l.old = l.older = l.lineStart = 0;
  l.lastList = l.lastUnary = -1;
  l.joins = 0;
  l.brackets = [];
  l.caseChanges = [];
  l.starts = 0;
  l.rest = null;
  if (l.restCode) {
    l.within = 'code';
    l.readingCode = true;
    l.starts++;
  } else l.within = 'constant';
  l.line += l.replacementLines + l.hereLines;
  l.hereLines = 0;
  return forcedToken(l, '/');
}

/** `\U`, `\Q` and their like are calls, `\E` ends them. */
function caseChange(l: Lexer): Token {
  const atEnd = l.at === l.end;
  if (atEnd || l.char(l.at + 1) === 'E') {
    const change = l.caseChanges.pop();
    if (change !== undefined) {
      if (!atEnd && /[LUQF]/.test(change)) {
        l.at += 2;
        l.within = 'constant';
      }
      return forcedToken(l, ')');
    }
    if (!atEnd) {
      l.warn('misc', 'Useless use of \\E');
      l.at += 2;
    }
    l.within = 'constant';
    return l.next();
  }
  const s = l.at + 1;
  if (l.char(s + 1) === '\\' && l.char(s + 2) === 'E') {
    l.at = s + 3;
    l.within = 'constant';
    return l.next();
  }
  const letter = l.char(s);
  if (/[LUF]/.test(letter) && l.caseChanges.some((each) => /[LUF]/.test(each))) {
    l.caseChanges.pop();
    return forcedToken(l, ')');
  }
  l.caseChanges.push(letter);
  l.within = 'constant';
  l.force('(');
  l.at = s + 1;
  l.force('FUNC', 'uc');
  if (l.starts === 0) return l.next();
  l.starts = 0;
  return forcedToken(l, l.caseChanges.length === 1 && l.inPattern ? ',' : 'ADDOP');
}

function variableBegins(l: Lexer): Token {
  if (l.at === l.end) return done(l);
  l.expect = 'term';
  const c = l.char(l.at);
  l.joins = c === '@' && (!l.inPattern || l.caseChanges.length > 0) ? 1 : 0;
  l.within = 'code';
  if (l.joins) {
    l.force(',');
    l.force('BAREWORD', '"');
    l.force('$');
    l.force('(');
    l.force('FUNC', 'join');
  }
  if (l.inPattern && c === '(') {
    l.at += 2;
    if (l.char(l.at) !== '{') l.at++;
    l.expect = 'term-block';
    l.force('DO');
    l.codeInPattern = true;
  }
  return l.starts++ > 0 ? glue(l) : l.next();
}

/** What stands between two pieces: they are concatenated, or are a list in a pattern. */
function glue(l: Lexer): Token {
  return forcedToken(l, l.caseChanges.length === 0 && l.inPattern ? ',' : 'ADDOP');
}

function variableEnds(l: Lexer): Token {
  if (l.joins > 0) {
    const type = l.joins === 1 ? ')' : 'POSTJOIN';
    l.joins = 0;
    l.within = 'constant';
    return forcedToken(l, type);
  }
  if (l.readingCode) {
    if (l.at !== l.end) l.giveUp('Bad evalled substitution pattern');
    l.readingCode = false;
  }
  if (l.codeInPattern) {
    if (l.char(l.at) !== ')') l.giveUp("Sequence (?{...}) not terminated with ')'");
    l.at++;
    l.codeInPattern = false;
    l.force('THING');
    l.expect = 'term';
    return forcedToken(l, ',');
  }
  return constant(l);
}

function constant(l: Lexer): Token {
  if (l.at === l.end) return done(l);
  const s = l.heldClose === "'" && !l.inPattern ? l.end : constantEnd(l, l.at);
  const piece = l.text.slice(l.at, s);
  if (!(l.heldClose === "'" && !l.inPattern)) l.within = l.char(s) === '\\' ? 'case-change' : 'start';
  if (s === l.at) return l.next();
  l.expect = 'term';
  l.force('THING', piece);
  l.at = s;
  return l.starts++ > 0 ? glue(l) : l.next();
}

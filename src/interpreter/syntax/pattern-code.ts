/** Code in literal patterns (perlre, "(?{ code })"): read as the body of a closure. */
import type { Expr } from './ast.js';
import { interpolate } from './interpolate.js';
import { balancedEnd } from './interpolated-variable.js';
import type { Resolver } from './resolver.js';

const CODE = /(?<!\\)\(\?\??(?=\{)/g;

export function hasCode(text: string): boolean {
  return text.search(CODE) >= 0;
}

/** The pattern in parts: text between the code groups, and a closure with its text for each of them. */
export function patternWithCode(r: Resolver, text: string, at: number): Expr {
  const parts: Expr[] = [];
  let done = 0;
  for (const found of text.matchAll(CODE)) {
    const open = found.index + found[0].length;
    if (open < done) continue;
    const end = balancedEnd(text, open);
    if (end < 0 || text[end] !== ')') r.fail("Sequence (?{...}) not terminated with ')'", at + open, null);
    if (found.index > done) parts.push(interpolate(r, text.slice(done, found.index), at + done, 'pattern'));
    parts.push(codeGroup(r, text.slice(found.index, end + 1), at + found.index));
    done = end + 1;
  }
  if (done < text.length) parts.push(interpolate(r, text.slice(done), at + done, 'pattern'));
  return { type: 'Interp', parts, line: r.line(at) };
}

function codeGroup(r: Resolver, text: string, at: number): Expr {
  const line = r.line(at);
  const from = text.indexOf('{') + 1;
  const body = r.passes.blockFromText(r, text.slice(from, -2), at + from);
  const sub: Expr = {
    type: 'AnonSub',
    sub: { body, prototype: null, attributes: [], signature: false, name: null, line },
    line,
  };
  const written = text.includes('\u{FDD0}') && !r.foreign ? r.prepared.asWritten(at, at + text.length) : text;
  return {
    type: 'Func',
    name: 'patternCode',
    args: [{ type: 'StrLit', value: written, line }, sub],
    parens: true,
    line,
  };
}

/** Where the variable that begins in a string ends: perlop, "Gory details of parsing quoted constructs". */
const NAME =
  /(?:::)?[A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:(?:::|'(?=[A-Za-z_]))[\w\x80-\uffff]+)*(?:::)?|\d+|\^[A-Z]/y;
const SPECIAL_IN_STRING = /[&`'+!/\\,;.@$<>()[\]:?|"\-~=%^]/y;
const SPECIAL_IN_PATTERN = /[&`'+!/,;.@"<>]/y;
const CLOSING: Record<string, string> = { '[': ']', '{': '}', '(': ')' };

export type Quoting = 'string' | 'pattern';

/** The end of the variable with its subscripts at `text[at]` (`$` or `@`), or -1 if the character stands for itself. */
export function variableEnd(text: string, at: number, quoting: Quoting, postfix: boolean): number {
  const base = text[at] === '$' ? scalarEnd(text, at, quoting) : arrayEnd(text, at, quoting);
  if (base < 0 || isBracedName(text, at, base)) return base;
  return text[at] === '$'
    ? subscriptsEnd(text, base, quoting, postfix, text.startsWith('$#', at) && base > at + 2)
    : sliceEnd(text, base, quoting);
}

/** No subscript follows "${name}" in a string (perldata): the braces are there to end it. */
function isBracedName(text: string, at: number, end: number): boolean {
  return text[end - 1] === '}' && /^[$@]\{\s*\^?\w+(?:::\w+)*\s*(?:[[{].*)?\s*\}$/s.test(text.slice(at, end));
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function nameEnd(text: string, at: number): number {
  return text[at] === '{' ? balancedEnd(text, at) : match(NAME, text, at);
}

function scalarEnd(text: string, at: number, quoting: Quoting): number {
  let i = at + 1;
  if (text[i] === '#' && (text[i + 1] === '{' || text[i + 1] === '$' || match(NAME, text, i + 1) > 0)) i++;
  while (text[i] === '$' && /[\w{$:]/.test(text[i + 1] ?? '')) i++;
  const named = nameEnd(text, i);
  if (named > 0) return named;
  if (i > at + 1 && text[i - 1] === '#') return -1;
  const next = text[at + 1] ?? '';
  if (next === '' || /\s/.test(next)) return -1;
  if (quoting === 'pattern' && next === '$') return at + 2;
  return match(quoting === 'pattern' ? SPECIAL_IN_PATTERN : SPECIAL_IN_STRING, text, at + 1);
}

function arrayEnd(text: string, at: number, quoting: Quoting): number {
  let i = at + 1;
  while (text[i] === '$' && /[\w{$:]/.test(text[i + 1] ?? '')) i++;
  const named = text[i] === '^' ? -1 : nameEnd(text, i);
  if (named > 0) return named;
  return quoting === 'string' && /[-+]/.test(text[at + 1] ?? '') ? at + 2 : -1;
}

function subscriptsEnd(text: string, base: number, quoting: Quoting, postfix: boolean, isCount: boolean): number {
  if (isCount) return base;
  let end = base;
  let first = true;
  for (;;) {
    const arrow = text.startsWith('->', end);
    const start = arrow ? end + 2 : end;
    if (arrow && postfix) {
      const deref = match(/\$#\*|[$@]\*|@(?=[[{])/y, text, start);
      if (deref > 0) return text[deref] === '[' || text[deref] === '{' ? balancedEnd(text, deref) : deref;
    }
    const afterBlock = first && !arrow && text[base - 1] === '}' && (text[start] === '[' || text[start] === '{');
    if (!afterBlock && !isSubscript(text, start, quoting, first && !arrow)) return end;
    const next = balancedEnd(text, start);
    if (next < 0) return end;
    end = next;
    first = false;
  }
}

function sliceEnd(text: string, base: number, quoting: Quoting): number {
  if (!isSubscript(text, base, quoting, true)) return base;
  const end = balancedEnd(text, base);
  return end < 0 ? base : end;
}

/** perl's guess whether a bracket after a variable is a subscript; in a pattern it may be a class or a quantifier. */
function isSubscript(text: string, at: number, quoting: Quoting, _direct: boolean): boolean {
  const c = text[at];
  if (c !== '[' && c !== '{') return false;
  if (quoting === 'string') return c === '{' || !/^\[\s*\]/.test(text.slice(at, at + 20));
  if (c === '{') return !/^\{\s*\d*\s*,?\s*\d*\s*\}/.test(text.slice(at, at + 20));
  return /^\[(?:-?\d+|\$#?\w+(?:\s*[-+*]\s*(?:\d+|\$\w+))?|\$#?\{\$?\w+\}|\$\w+(?:->)?[[{][^\]}]*[\]}])\]/.test(
    text.slice(at),
  );
}

/** The place after the bracket that closes the one at `at`; -1 if there is none. Skips quoted strings. */
export function balancedEnd(text: string, at: number): number {
  const open = text[at] ?? '';
  const close = CLOSING[open] ?? '';
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === open) depth++;
    else if (c === close && --depth === 0) return i + 1;
    else if ((c === '"' || c === "'") && i > at) {
      const end = closingQuote(text, i, c);
      if (end > 0) i = end;
    }
  }
  return -1;
}

function closingQuote(text: string, at: number, quote: string): number {
  if (/\w/.test(text[at - 1] ?? '')) return -1;
  for (let i = at + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i;
  }
  return -1;
}

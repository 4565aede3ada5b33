import type { Expr, ExprStmt, Stmt, SubBody } from './ast.js';
import type { BraceToken, SubHead } from './flat.js';
import { LEVEL } from './operators.js';
import type { Resolver } from './resolver.js';
import { type Parameter, splitSignature } from './signature.js';

/** perlsub: the body of a sub, with its prototype or signature and attributes. */
export function subBody(r: Resolver, head: SubHead, body: BraceToken, name: string | null, at: number): SubBody {
  const line = r.line(at);
  const prototype = prototypeOf(head, r);
  const signed = head.signature !== null && !isPrototype(head.signature, r);
  r.enterScope();
  const prologue = signed ? signature(r, head, line) : [];
  const block = r.passes.block(r, body, false);
  r.leaveScope();
  return {
    body: prologue.length > 0 ? { ...block, body: [...prologue, ...block.body] } : block,
    prototype,
    attributes: head.attributes.filter((a) => a.name !== 'prototype').map(written),
    signature: signed,
    name,
    line,
  };
}

function written({ name, argument }: SubHead['attributes'][number]): string {
  return argument === null ? name : `${name}(${argument})`;
}

/** The attributes that the module of that name sets (perldoc attributes), as its import list. */
export function attributeList(sub: SubBody, pkg: string, name: string): Expr[] | null {
  const { line } = sub;
  const custom = sub.attributes.filter((a) => a !== 'lvalue' && a !== 'const');
  if (custom.length === 0) return null;
  const text = (value: string): Expr => ({ type: 'StrLit', value, line });
  const code: Expr = { type: 'RefGen', expr: { type: 'Var', sigil: '&', name, line }, line };
  return [text(pkg), code, ...custom.map(text)];
}

/** With the signatures feature parentheses hold a signature, without a prototype. */
function isPrototype(text: string, r: Resolver): boolean {
  return !r.env.feature('signatures') && /^[$@%&*;\\[\]+_\s]*$/.test(text);
}

export function prototypeOf(head: SubHead, r: Resolver): string | null {
  const attribute = head.attributes.find((a) => a.name === 'prototype');
  if (attribute) return (attribute.argument ?? '').replace(/\s+/g, '');
  if (head.signature === null || !isPrototype(head.signature, r)) return null;
  return head.signature.replace(/\s+/g, '');
}

/** perlsub, "Signatures": becomes an arity check, `my (...) = @_`, and defaults. */
function signature(r: Resolver, head: SubHead, line: number): Stmt[] {
  const parameters = splitSignature(head.signature ?? '', head.signatureAt);
  if (!parameters) return r.fail('Illegal character in prototype', head.signatureAt);
  const positional = parameters.filter((p) => p.sigil === '$');
  const slurpy = parameters.some((p) => p.sigil !== '$');
  if (isDisordered(parameters)) r.suspect();
  const least = positional.filter((p) => p.operator === null).length;
  const number = (value: number): Expr => ({ type: 'NumLit', value, float: false, line });
  const statement = (expr: Expr): ExprStmt => ({ type: 'ExprStmt', expr, line, cop: r.env.cop(line) });
  const check: Expr = {
    type: 'Func',
    name: 'argcheck',
    args: [number(least), number(slurpy ? -1 : positional.length)],
    parens: true,
    line,
  };
  return [statement(check), ...parameters.flatMap((p, i) => parameter(r, p, i, line).map(statement))];
}

/** Slurpy parameters come last, optional ones before them; a default has a value. */
function isDisordered(parameters: readonly Parameter[]): boolean {
  return parameters.some((p, i) => {
    const next = parameters[i + 1];
    if (p.sigil !== '$') return next !== undefined || p.operator !== null;
    return p.operator !== null && (p.text === '' || (next?.sigil === '$' && next.operator === null));
  });
}

/** One parameter: declared, given its argument, or its default when there is none. */
function parameter(r: Resolver, p: Parameter, index: number, line: number): Expr[] {
  if (p.name === null) return [];
  const my: Expr = { type: 'My', kind: 'my', vars: [{ sigil: p.sigil, name: p.name }], paren: p.sigil !== '$', line };
  const all: Expr = { type: 'Var', sigil: '@', name: '_', line };
  const position: Expr = { type: 'NumLit', value: index, float: false, line };
  const last: Expr = { type: 'LastIndex', array: { type: 'Var', sigil: '@', name: '_', line }, line };
  const element: Expr = { type: 'Elem', array: { type: 'Var', sigil: '@', name: '_', line }, index: position, line };
  const rest: Expr =
    index === 0
      ? all
      : {
          type: 'Slice',
          array: { type: 'Var', sigil: '@', name: '_', line },
          list: { type: 'Range', left: position, right: last, exclusive: false, line },
          kv: false,
          line,
        };
  const value =
    p.sigil !== '$' ? rest : p.operator === null ? element : withDefault(r, p, element, position, last, line);
  if (my.type === 'My') r.env.declare(my);
  return [{ type: 'Assign', op: '=', left: my, right: value, line }];
}

function withDefault(r: Resolver, p: Parameter, element: Expr, position: Expr, last: Expr, line: number): Expr {
  const otherwise: Expr =
    p.text === '' ? { type: 'Func', name: 'undef', args: [], parens: true, line } : defaultValue(r, p);
  if (p.operator === '//=') return { type: 'Logical', op: '//', left: element, right: otherwise, line };
  if (p.operator === '||=') return { type: 'Logical', op: '||', left: element, right: otherwise, line };
  const given: Expr = { type: 'Binary', op: '>=', left: last, right: position, line };
  return { type: 'Ternary', cond: given, then: element, else: otherwise, line };
}

function defaultValue(r: Resolver, p: Parameter): Expr {
  const row = r.passes.rowFromText(r, p.text, p.at);
  const expr = r.expression(row, LEVEL.assign);
  r.expectEnd(row);
  return expr;
}

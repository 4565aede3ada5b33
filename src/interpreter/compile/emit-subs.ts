/** Anonymous subs, named subs of a string eval, eval and do blocks, map, grep and sort. */
import type { Block, Expr, MapGrep, Sort, SubBody } from '../syntax/ast.js';
import { blockInContext, functionSource, scoped, statements, subSource } from './blocks.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { aliases, list, listOf, quote, register, scalar } from './emit.js';
import { leavesSomething, lifetimes } from './ends.js';
import { registerStatement } from './statement-table.js';

function stashConstant(c: Compiler, pkg: string): string {
  return c.unit.constant(`I.stash(${quote(pkg)})`);
}

register('AnonSub', {
  scalar(c, e) {
    const proto = e.sub.prototype === null ? 'null' : quote(e.sub.prototype);
    const flags = e.sub.attributes.includes('lvalue') ? ',true' : '';
    const source = subSource(c, e.sub);
    const { captured } = c;
    const closure = `${c.lib('closure')}(I,${stashConstant(c, c.cop.pkg)},${source},${proto},${e.line}${flags})`;
    const k = captured.size === 0 ? null : lifetimes(c);
    if (k === null && captured.size === 1 && answersLexical(e.sub)) {
      return `${c.lib('answering')}(${closure},${[...captured].join()})`;
    }
    return withAttributes(c, e.sub, k === null ? closure : `${k}.closure(${closure},[${[...captured].join(',')}])`);
  },
  bool: () => 'true',
});

/** `sub { $value }`: what it has captured is that variable. */
function answersLexical({ body, signature, attributes }: SubBody): boolean {
  const [only, ...others] = body.body;
  if (only?.type !== 'ExprStmt' || others.length > 0 || signature || attributes.length > 0) return false;
  return only.expr.type === 'Var' && only.expr.sigil === '$';
}

/** `sub : Name { ... }`: the package is told each time the sub is made (perldoc attributes). */
function withAttributes(c: Compiler, sub: SubBody, closure: string): string {
  const names = sub.attributes.filter((name) => name !== 'lvalue' && name !== 'const');
  if (names.length === 0) return closure;
  c.requireModule('attributes');
  return `${c.lib('withAttributes')}(I,${closure},${quote(c.cop.pkg)},${JSON.stringify(names)})`;
}

/** Named subs are defined while parsing; `my sub` and the subs of a string eval are emitted in place. */
registerStatement('SubDef', (c, s) => {
  if (s.lexical) {
    const info = c.newVar('my', '&', s.name);
    c.scope.vars.set(info.key, info);
    return `const ${info.js}=${c.lib('closure')}(I,${stashConstant(c, c.cop.pkg)},${subSource(c, s.sub)},null,${s.line});`;
  }
  return '';
});
registerStatement('PhaseBlock', () => '');

/** An arrow function around a block; `want` is its own when it is an eval. */
function arrow(c: Compiler, kind: 'inner' | 'eval', block: Block, tail = true): string {
  return functionSource(c, kind, kind === 'eval' ? '(want)=>' : '()=>', () => {
    if (kind === 'eval') c.fn.death = 'returned';
    return statements(c, block, tail);
  });
}
/** A do block whose context is known: the last statement's value in that context. */
function doBlock(c: Compiler, block: Block, want: '0' | '1' | '2' | 'want'): string {
  if (want === 'want') return `(${arrow(c, 'inner', block)})()`;
  return `(${blockInContext(c, block)})(${want})`;
}

register('DoBlock', {
  scalar: (c, e) => doBlock(c, e.body, '1'),
  list: (c, e) => doBlock(c, e.body, '2'),
  voided: (c, e) => `{${scoped(c, () => statements(c, e.body, false))}}`,
  wanted: (c, e) => doBlock(c, e.body, 'want'),
});

function evalBlock(c: Compiler, block: Block, want: string): string {
  return `${c.lib('evalBlock')}(I,${arrow(c, 'eval', block, want !== '0')},${want})`;
}
register('EvalBlock', {
  scalar: (c, e) => evalBlock(c, e.body, '1'),
  list: (c, e) => evalBlock(c, e.body, '2'),
  voided: (c, e) => evalBlock(c, e.body, '0'),
  wanted: (c, e) => evalBlock(c, e.body, 'want'),
});

// ---- map, grep, sort --------------------------------------------------------------------------------------------

function blockOrExpr(c: Compiler, e: MapGrep, how: (c: Compiler, x: Expr) => string): string {
  if (e.expr !== null) {
    const x = e.expr;
    return functionSource(c, 'inner', '()=>', () => single(c, x, how));
  }
  const block = e.block as Block;
  const only = block.body.length === 1 ? block.body[0] : undefined;
  if (only?.type === 'ExprStmt') {
    const x = only.expr;
    return functionSource(c, 'inner', '()=>', () => single(c, x, how));
  }
  return blockInContext(c, block);
}
/** What an expression leaves behind ends with each item. */
function single(c: Compiler, x: Expr, how: (c: Compiler, x: Expr) => string): string {
  if (lifetimes(c) !== null && leavesSomething(x)) c.fn.counts = true;
  return `return ${how(c, x)};`;
}
function isSimple(e: MapGrep): boolean {
  return e.expr !== null || (e.block?.body.length === 1 && e.block.body[0]?.type === 'ExprStmt');
}

function mapList(c: Compiler, e: MapGrep): string {
  const source = listOf(c, e.args, aliases);
  if (e.name === 'grep') {
    const body = isSimple(e)
      ? blockOrExpr(c, e, boolOf)
      : `(f=>()=>${c.lib('truthy')}(f(1)))(${blockOrExpr(c, e, boolOf)})`;
    return `${c.lib('grepList')}(I,${source},${body})`;
  }
  const body = isSimple(e) ? blockOrExpr(c, e, list) : `(f=>()=>f(2))(${blockOrExpr(c, e, list)})`;
  return `${c.lib('mapList')}(I,${source},${body})`;
}
function boolOf(c: Compiler, e: Expr): string {
  return `${c.lib('truthy')}(${scalar(c, e)})`;
}
register('MapGrep', {
  scalar: (c, e) => `${mapList(c, e)}.length`,
  list: (c, e) => (e.name === 'grep' ? `${c.lib('values')}(${mapList(c, e)})` : mapList(c, e)),
  aliases: (c, e) => mapList(c, e),
});

/** { $a <=> $b } and its three relatives need no Perl code at all. */
function simpleComparison(c: Compiler, cmp: Block | Expr): string | null {
  if (cmp.type !== 'Block' || cmp.body.length !== 1 || cmp.body[0]?.type !== 'ExprStmt') return null;
  const e = look(cmp.body[0].expr);
  if (e.type !== 'Binary' || (e.op !== '<=>' && e.op !== 'cmp')) return null;
  const name = (x: Expr): string =>
    x.type === 'Var' && x.sigil === '$' && c.scope.lookup(`$${x.name}`) === null ? x.name : '';
  const names = name(e.left) + name(e.right);
  warnOfLexicals(c, e.left, e.right);
  if (names !== 'ab' && names !== 'ba') return null;
  if (e.op === '<=>' && c.hints.integer) return null;
  return `${c.lib(e.op === 'cmp' ? 'sortStrings' : 'sortNumbers')}(%,${names === 'ba'})`;
}

/** `"my $a" used in sort comparison` (perldiag): nothing sets that $a. */
function warnOfLexicals(c: Compiler, ...operands: Expr[]): void {
  for (const x of operands) {
    if (x.type !== 'Var' || x.sigil !== '$' || (x.name !== 'a' && x.name !== 'b')) continue;
    const kind = c.scope.lookup(`$${x.name}`)?.kind;
    if (kind === 'my' || kind === 'state') c.warn('syntax', `"${kind} $${x.name}" used in sort comparison`, x.line);
  }
}

/** `return` leaves the comparison: it must be a function of its own. */
function returns(node: object): boolean {
  const { type, name } = node as { type?: string; name?: unknown };
  if (type === 'Func' && name === 'return') return true;
  if (type === 'AnonSub') return false;
  return Object.entries(node).some(
    ([key, x]: [string, unknown]) =>
      key !== 'info' && key !== 'cop' && typeof x === 'object' && x !== null && returns(x),
  );
}

function sortList(c: Compiler, e: Sort): string {
  const items = listOf(c, e.args);
  const cmp = e.cmp;
  if (cmp === null) return `${c.lib('sortStrings')}(${items},false)`;
  const simple = simpleComparison(c, cmp);
  if (simple !== null) return simple.replace('%', () => items);
  const a = c.glob('a');
  const b = c.glob('b');
  if (cmp.type === 'Block') {
    const only = cmp.body.length === 1 ? cmp.body[0] : undefined;
    const body =
      only?.type === 'ExprStmt' && !returns(only.expr)
        ? functionSource(c, 'inner', '()=>', () => `return ${scalar(c, only.expr)};`)
        : `(f=>()=>f(1))(${functionSource(c, 'eval', '(want)=>', () => statements(c, cmp, true))})`;
    return `${c.lib('sortBlock')}(I,${items},${a},${b},${body})`;
  }
  if (cmp.type === 'Var' && cmp.sigil === '&')
    return `${c.lib('sortCode')}(I,${items},${a},${b},${c.lib('codeRef')}(I,${c.glob(cmp.name)}))`;
  const code =
    cmp.type === 'Bareword' || cmp.type === 'StrLit'
      ? `${c.lib('codeRef')}(I,${c.glob(cmp.type === 'StrLit' ? cmp.value : cmp.name)})`
      : `${c.lib('sortSub')}(I,${scalar(c, cmp)})`;
  return `${c.lib('sortCode')}(I,${items},${a},${b},${code})`;
}
register('Sort', {
  scalar: (c, e) => `${sortList(c, e)}.length`,
  list: sortList,
});

/** Assignment in all its forms (perlop "Assignment Operators"). */
import type { Assign, Expr, Logical } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { arrayOf, declareOne, declareState, hashOf, index, key, look, newContainer } from './containers.js';
import { isControl } from './emit-control.js';
import { aliases, bool, list, lvalue, quote, register, scalar, voided } from './emit.js';
import { asStatement } from './emit-literals.js';
import { scopedContainer } from './ends.js';
import { assignCall } from './emit-operators.js';
import { myContainers } from './emit-variables.js';
import { binaryOpText } from './op-names.js';

/** Is the left side a list, array or hash (list assignment), rather than one scalar? */
export function isListAssignment(left: Expr): boolean {
  switch (left.type) {
    case 'List':
      return left.paren || left.items.length !== 1;
    case 'My':
      return left.paren || left.vars[0]?.sigil !== '$';
    case 'Local':
      return isListAssignment(left.expr);
    case 'Var':
    case 'Deref':
      return left.sigil === '@' || left.sigil === '%';
    case 'Slice':
    case 'HSlice':
      return true;
    default:
      return false;
  }
}

/** Evaluating it can't run Perl code or change variables: order of evaluation doesn't show. */
function isPlain(e: Expr): boolean {
  switch (e.type) {
    case 'NumLit':
    case 'StrLit':
      return true;
    case 'Var':
      return e.sigil === '$';
    case 'Binary':
      return isPlain(e.left) && isPlain(e.right);
    case 'Interp':
      return e.parts.every(isPlain);
    default:
      return false;
  }
}

// ---- scalar assignment ------------------------------------------------------------------------------------------

/** `our $x = $x`: a package variable is known on the right already (perlfunc our). */
function announceOurs(c: Compiler, left: Expr): void {
  const my = left.type === 'Local' ? left.expr : left;
  if (my.type === 'My' && my.kind === 'our') my.vars.forEach((v, i) => v !== null && c.declare(my, i));
}

function assignScalar(c: Compiler, e: Assign, used: boolean): string {
  const left = look(e.left);
  announceOurs(c, left);
  const value = scalar(c, e.right);
  if (left.type === 'Elem') {
    const a = arrayOf(c, left.array);
    const i = index(c, left.index);
    if (!used && isPlain(e.right) && left.array.type === 'Var') return `${a}.set(${i},${value})`;
    return `${c.lib('aset')}(${value},${a},${i})`;
  }
  if (left.type === 'HElem') {
    const h = hashOf(c, left.hash);
    const k = key(c, left.key);
    if (!used && isPlain(e.right) && left.hash.type === 'Var') return `${h}.set(${k},${value})`;
    return `${c.lib('hset')}(${value},${h},${k})`;
  }
  if (left.type === 'Var' && left.sigil === '$' && !used) return `${lvalue(c, left)}.v=${value}`;
  if (left.type === 'My' && left.kind === 'state') return stateAssign(c, e);
  if (left.type === 'My' || left.type === 'Local') return `${c.lib('sset')}(${value},${lvalue(c, left)})`;
  if (left.type === 'LastIndex') return `${c.lib('setLastIndex')}(${value},${arrayOf(c, left.array)})`;
  if (left.type === 'RefGen') return refAlias(c, look(left.expr), value);
  checkModifiable(c, left, 'scalar assignment');
  return `${c.lib('sset')}(${value},${lvalue(c, left)})`;
}

/** \\$h{x} = \\$y (perlref, "Assigning to References"): elements and package variables only. */
function refAlias(c: Compiler, target: Expr, value: string): string {
  if (!c.hints.features.has('refaliasing'))
    throw new CompileError('Experimental aliasing via reference not enabled', target.line);
  if (target.type === 'Elem')
    return `${c.lib('aliasElem')}(I,${value},${arrayOf(c, target.array)},${index(c, target.index)})`;
  if (target.type === 'HElem')
    return `${c.lib('aliasHelem')}(I,${value},${hashOf(c, target.hash)},${key(c, target.key)})`;
  if (target.type === 'Var' && target.sigil !== '*') {
    const info = c.scope.lookup(target.sigil + target.name);
    if (info === null || info.glob !== null) {
      const glob = info?.glob ? c.unit.glob(info.glob) : c.glob(target.name);
      return `${c.lib('aliasGlobSlot')}(I,${value},${glob},${quote(target.sigil)})`;
    }
  }
  throw new CompileError('Aliasing a lexical variable via reference is not supported', target.line);
}

/** `state $x = EXPR`: only the first time. */
function stateAssign(c: Compiler, e: Assign): string {
  const my = look(e.left);
  if (my.type !== 'My') throw new Error('not a declaration');
  const name = my.vars[0]?.name ?? '';
  const sigil = my.vars[0]?.sigil ?? '$';
  const info = c.declare(my, 0);
  // The statement may be emitted for several contexts: one variable, one flag.
  const flag = `once${info.js}`;
  declareState(c, `${info.js}=${newContainer(c, sigil)}`);
  declareState(c, `${flag}=false`);
  void name;
  const value =
    sigil === '$' ? `${info.js}.v=${scalar(c, e.right)}` : assignContainer(c, sigil, info.js, list(c, e.right));
  return `(${flag}?undefined:(${flag}=true,${value}),${info.js}${sigil === '$' ? '.v' : ''})`;
}

function assignContainer(c: Compiler, sigil: string, js: string, values: string): string {
  if (sigil === '@') return `${js}.assign(${values})`;
  return `${c.lib('assignHash')}(${js},${values})`;
}

/** Constructs that can be assigned to besides plain variables; anything else is perl's compile error. */
export function checkModifiable(c: Compiler, e: Expr, what: string): void {
  switch (e.type) {
    case 'NumLit':
    case 'StrLit':
    case 'Interp':
      throw new CompileError(`Can't modify constant item in ${what}`, e.line);
    case 'Func':
      if (['substr', 'vec', 'pos', 'keys', 'local', 'undef', 'scalar', 'lc'].includes(e.name)) return;
      throw new CompileError(`Can't modify ${functionText(e.name)} in ${what}`, e.line);
    case 'Binary':
      throw new CompileError(`Can't modify ${binaryOpText[e.op] ?? e.op} in ${what}`, e.line);
    case 'AnonArray':
      throw new CompileError(`Can't modify anonymous array ([]) in ${what}`, e.line);
    case 'AnonHash':
      throw new CompileError(`Can't modify anonymous hash ({}) in ${what}`, e.line);
    case 'RefGen':
      throw new CompileError('Assigning to a reference constructor is not supported', e.line);
    default:
      void c;
  }
}
function functionText(name: string): string {
  return name;
}

// ---- list assignment --------------------------------------------------------------------------------------------

/** The containers on the left, as a JavaScript array: Scalar, PerlArray, PerlHash or null for undef. */
function targets(c: Compiler, left: Expr): string[] {
  switch (left.type) {
    case 'List':
      return left.items.flatMap((x) => targets(c, x));
    case 'My':
      return myContainers(c, left);
    case 'Local':
      return left.expr.type === 'List' || isListAssignment(left.expr) ? [`...${aliases(c, left)}`] : [lvalue(c, left)];
    case 'Var':
    case 'Deref':
      return [lvalue(c, left)];
    case 'Slice':
    case 'HSlice':
      return [`...${aliases(c, left)}`];
    case 'Func':
      if (left.name === 'undef' && left.args.length === 0) return ['null'];
      break;
    case 'Ternary':
      if (isListAssignment(left.then))
        return [`...(${bool(c, left.cond)}?[${targets(c, left.then)}]:[${targets(c, left.else)}])`];
      break;
    case 'Binary':
      if (left.op !== 'x' || left.listRepeat !== true) break;
      return [`...${c.lib('repeatTargets')}([${targets(c, left.left).join(',')}],${scalar(c, left.right)})`];
    case 'LastIndex':
      return [`${c.lib('lastIndexLvalue')}(${arrayOf(c, left.array)})`];
    default:
  }
  checkModifiable(c, left, 'list assignment');
  return [lvalue(c, left)];
}

function assignList(c: Compiler, e: Assign, result: 'void' | 'count' | 'list'): string {
  const left = look1(e.left);
  announceOurs(c, left);
  if (left.type === 'My' && left.kind === 'state') return stateAssign(c, e);
  const values = freshList(c, e.right);
  const single = singleContainer(left);
  if (single !== null && result === 'void') {
    const js = lvalue(c, left);
    if (left.type !== 'Local') return assignContainer(c, single, js, values);
    // The values are read before the variable is emptied: local @a = @a.
    const t = c.temp();
    return `(${t}=${values},${assignContainer(c, single, js, t)})`;
  }
  const fn = result === 'count' ? 'assignCount' : result === 'list' ? 'assignValues' : 'assignAll';
  return `${c.lib(fn)}(${values},[${targets(c, left).join(',')}])`;
}
/** Parentheses around one array don't matter on the left. */
function look1(e: Expr): Expr {
  if (e.type !== 'List' || e.items.length !== 1) return e;
  const only = e.items[0] as Expr;
  return (only.type === 'Var' || only.type === 'Deref') && only.sigil !== '$' ? only : e;
}
function singleContainer(e: Expr): '@' | '%' | null {
  if ((e.type === 'Var' || e.type === 'Deref') && (e.sigil === '@' || e.sigil === '%')) return e.sigil;
  if (e.type === 'My' && !e.paren && e.vars[0] && e.vars[0].sigil !== '$') return e.vars[0].sigil;
  if (e.type === 'Local' && e.expr.type === 'Var' && (e.expr.sigil === '@' || e.expr.sigil === '%'))
    return e.expr.sigil;
  return null;
}
function freshList(c: Compiler, e: Expr): string {
  return list(c, e);
}

// ---- operator assignment ----------------------------------------------------------------------------------------

function logicalAssign(c: Compiler, e: Assign, t: string): string {
  const condition = e.op === '//' ? `${t}.v===undefined` : `${e.op === '&&' ? '' : '!'}${c.lib('truthy')}(${t}.v)`;
  return `((${t}=${lvalue(c, e.left)}),${condition}?(${t}.v=${scalar(c, e.right)}):${t}.v)`;
}
/** (A, B) ||= C: the last operand is what is assigned to. */
function lastOperand(c: Compiler, e: Assign): string | null {
  if (e.left.type !== 'List' || e.left.items.length < 2) return null;
  const before = e.left.items.slice(0, -1).filter((x) => x.type !== 'StrLit' && x.type !== 'NumLit');
  const last = e.left.items.at(-1) as Expr;
  return [...before.map((x) => asStatement(voided(c, x))), asStatement(voided(c, { ...e, left: last }))].join('');
}
function logicalAssignVoid(c: Compiler, e: Assign): string {
  const operand = lastOperand(c, e);
  if (operand !== null) return operand;
  const left = look(e.left);
  if (isListAssignment(left)) return logicalAssignList(c, e, left);
  const t = c.temp();
  const condition = e.op === '//' ? `${t}.v===undefined` : `${e.op === '&&' ? '' : '!'}${c.lib('truthy')}(${t}.v)`;
  return `${t}=${lvalue(c, left)};if(${condition}){${t}.v=${scalar(c, e.right)};}`;
}
/** @a ||= LIST, %h //= ... : the left in boolean context, then a list assignment */
function logicalAssignList(c: Compiler, e: Assign, left: Expr): string {
  const plain: Assign = { ...e, op: '=', left };
  return `if(${e.op === '&&' ? '' : '!'}(${bool(c, left)})){${asStatement(assignList(c, plain, 'void'))}}`;
}

/** The value; `container`: a JavaScript variable that shall hold the container. */
function opAssign(c: Compiler, e: Assign, container?: string): string {
  const left = look(e.left);
  if (e.op === '||' || e.op === '&&' || e.op === '//') return logicalAssign(c, e, container ?? c.temp());
  if (e.op === 'x' && isListAssignment(e.left)) {
    const repeated: Expr = { type: 'Binary', line: e.line, op: 'x', left: e.left, right: e.right, listRepeat: true };
    return assignList(c, { ...e, op: '=', right: repeated }, 'void');
  }
  if (isListAssignment(left) && (left.type === 'Var' || left.type === 'Deref')) {
    throw new CompileError(
      `Can't modify ${left.sigil === '@' ? 'array' : 'hash'} dereference in ${binaryOpText[e.op] ?? e.op}`,
      e.line,
    );
  }
  checkModifiable(c, left, binaryOpText[e.op] ?? e.op);
  const target = container === undefined ? lvalue(c, left) : `${container}=${lvalue(c, left)}`;
  if (e.op === '.')
    return `${c.lib('append')}(${target},${scalar(c, e.right)},${c.op(binaryOpText['.'] as string, [left, e.right])})`;
  const right = scalar(c, e.right);
  if (left.type === 'Var' && left.sigil === '$' && isPlain(e.right) && container === undefined) {
    return `(${target}.v=${binaryAssignCall(c, e, `${target}.v`, right)})`;
  }
  const t = container ?? c.temp();
  const r = c.temp();
  return `(${t}=${container === undefined ? target : lvalue(c, left)},${r}=${right},${t}.v=${binaryAssignCall(c, e, `${t}.v`, r)})`;
}
/** `$s .= "a$b"` for its effect: the pieces are appended one by one. */
function appendVoid(c: Compiler, e: Assign): string {
  const left = look(e.left);
  checkModifiable(c, left, binaryOpText['.'] as string);
  const right = look(e.right);
  const pieces = right.type === 'Interp' && right.parts.length > 1 && left.type === 'Var' ? right.parts : [right];
  const separate = pieces.every(
    (p) => p.type === 'StrLit' || (p.type === 'Var' && left.type === 'Var' && isOtherLexical(c, p, left)),
  );
  const text = binaryOpText['.'] as string;
  if (separate && left.type === 'Var' && left.sigil === '$') {
    const js = lvalue(c, left);
    return pieces.map((p) => `${c.lib('appendTo')}(${js},${scalar(c, p)},${c.op(text, [null, p])});`).join('');
  }
  return `${c.lib('appendTo')}(${lvalue(c, left)},${scalar(c, e.right)},${c.op(text, [left, e.right])})`;
}
function isOtherLexical(c: Compiler, p: Expr, left: Expr): boolean {
  if (p.type !== 'Var' || left.type !== 'Var' || p.sigil !== '$' || p.name === left.name) return false;
  return c.scope.lookup(`$${p.name}`)?.kind === 'my';
}
/** The assigning form of the operator: undef on the left is silent for some (perlop "Assignment Operators"). */
function binaryAssignCall(c: Compiler, e: Assign, a: string, b: string): string {
  return assignCall(c, e.op, a, b, [look(e.left), e.right]);
}

/** `$x = A or return`-like shapes inside an assignment: `my $v = A || next` becomes `(my $v = A) || next`. */
function controlOnRight(e: Assign): Logical | null {
  const r = look(e.right);
  return e.op === '=' && r.type === 'Logical' && isControl(r.right) && !isListAssignment(e.left) ? r : null;
}

register('Assign', {
  scalar(c, e) {
    if (e.op !== '=') return opAssign(c, e);
    return isListAssignment(e.left) ? assignList(c, e, 'count') : assignScalar(c, e, true);
  },
  list(c, e) {
    if (e.op === '=' && isListAssignment(e.left)) return assignList(c, e, 'list');
    return `[${e.op === '=' ? assignScalar(c, e, true) : opAssign(c, e)}]`;
  },
  voided(c, e) {
    const control = controlOnRight(e);
    if (control !== null) return voided(c, { ...control, left: { ...e, right: control.left } });
    if (e.op === '||' || e.op === '&&' || e.op === '//') return logicalAssignVoid(c, e);
    if (e.op === '.' && !isListAssignment(e.left)) return appendVoid(c, e);
    if (e.op !== '=') return opAssign(c, e);
    return isListAssignment(e.left) ? assignList(c, e, 'void') : assignScalar(c, e, false);
  },
  bool(c, e) {
    if (e.op === '=' && isListAssignment(e.left)) return `(${assignList(c, e, 'count')}!==0)`;
    return `${c.lib('truthy')}(${e.op === '=' ? assignScalar(c, e, true) : opAssign(c, e)})`;
  },
  lvalue(c, e) {
    const left = look(e.left);
    if (isListAssignment(e.left)) {
      const single = singleContainer(look1(e.left));
      if (single !== null && left.type === 'My') {
        const t = c.temp();
        const values = list(c, e.right);
        return `(${t}=${values},${c.lib('assigned')}(${declareOne(c, left)},${t}))`;
      }
      if (single !== null) return `${c.lib('assigned')}(${lvalue(c, look1(e.left))},${list(c, e.right)})`;
      return `new ${c.lib('Scalar')}(${assignList(c, e, 'count')})`;
    }
    if (e.op === '=') return `${c.lib('assignedScalar')}(${scalar(c, e.right)},${lvalue(c, left)})`;
    const t = c.temp();
    return `(${opAssign(c, e, t)},${t})`;
  },
  aliases(c, e) {
    if (e.op === '=' && isListAssignment(e.left)) {
      return `${c.lib('assignAliases')}(${freshList(c, e.right)},[${targets(c, look1(e.left)).join(',')}])`;
    }
    return `[${e.op === '=' ? `${c.lib('assignedScalar')}(${scalar(c, e.right)},${lvalue(c, look(e.left))})` : opAssign(c, e)}]`;
  },
});

/** `my $x = EXPR;` and `my @a = LIST;` as a statement of their own: a JavaScript const, nothing hoisted. */
export function declarationStatement(c: Compiler, e: Expr): string | null {
  const my = e.type === 'Assign' && e.op === '=' ? e.left : e;
  if (my.type !== 'My' || my.kind !== 'my') return null;
  if (my.vars.some((v) => v === null || isStatic(v.info))) return null;
  if (e.type === 'My') return my.vars.map((v, i) => constDeclaration(c, my, i, v?.sigil ?? '$', '')).join('');
  if (e.type !== 'Assign' || controlOnRight(e) !== null) return null;
  const sigil = my.vars[0]?.sigil;
  if (!my.paren) {
    if (sigil === '$') {
      const value = scalar(c, e.right);
      return constDeclaration(c, my, 0, '$', value);
    }
    if (sigil === '@') {
      const values = list(c, e.right);
      return constDeclaration(c, my, 0, '@', values);
    }
    const values = list(c, e.right);
    const declared = constDeclaration(c, my, 0, '%', '');
    return `${declared}${c.lib('assignHash')}(${(my.vars[0]?.info as { js: string } | undefined)?.js},${values});`;
  }
  return parenDeclaration(c, my, e.right);
}
function isStatic(info: unknown): boolean {
  return info !== undefined && (info as { static: number }).static >= 0;
}
function constDeclaration(
  c: Compiler,
  my: Extract<Expr, { type: 'My' }>,
  i: number,
  sigil: string,
  value: string,
): string {
  const info = c.declare(my, i);
  return `const ${info.js}=${scopedContainer(c, sigil, value) ?? newContainer(c, sigil, value)};`;
}
/** my ($a, $b, @rest) = LIST */
function parenDeclaration(c: Compiler, my: Extract<Expr, { type: 'My' }>, right: Expr): string {
  const t = c.fresh('l');
  const direct =
    right.type === 'Var' && right.sigil === '@' && right.name === '_' && my.vars.every((v) => v?.sigil === '$');
  const values = direct ? `${lvalue(c, right)}` : list(c, right);
  const parts = my.vars.map((v, i) => {
    if (v?.sigil === '$') return constDeclaration(c, my, i, '$', direct ? `${t}.get(${i})` : `${t}[${i}]`);
    if (v?.sigil === '@') return constDeclaration(c, my, i, '@', i === 0 ? t : `${t}.slice(${i})`);
    const declared = constDeclaration(c, my, i, '%', '');
    return `${declared}${c.lib('assignHash')}(${(v?.info as { js: string } | undefined)?.js},${i === 0 ? t : `${t}.slice(${i})`});`;
  });
  return `const ${t}=${values};${parts.join('')}`;
}

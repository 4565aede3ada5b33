/** Loops (perlsyn "Compound Statements"). */
import type { Block, CFor, Deref, Expr, Foreach, My, Var, While } from '../syntax/ast.js';
import { blockSource, modifierBody, scoped, statements } from './blocks.js';
import type { Compiler } from './compiler.js';
import { arrayOf, look } from './containers.js';
import { aliases, bool, condition as tested, quote, scalar, voided } from './emit.js';
import { asStatement } from './emit-literals.js';
import { afterJump, examined, iterationEnd, lifetimes, loopEnd, loopHead, redoable } from './ends.js';
import { watchedElement } from './freed-elements.js';
import { onlyReads } from './read-only.js';
import type { LoopContext } from './scope.js';
import { registerStatement } from './statement-table.js';

const safePoint = 'if(I.pending[0]!==0)I.dispatchSignals();';

export function openLoop(
  c: Compiler,
  label: string | null,
  once = false,
  topic: LoopContext['topic'] = null,
  answers = false,
): LoopContext {
  const js = c.fresh('L');
  const loop: LoopContext = {
    label,
    js,
    nextJs: `${js}n`,
    redoJs: `${js}r`,
    once,
    fn: c.fn,
    topic,
    answers,
    caught: false,
    usesRedo: false,
    walks: false,
  };
  c.fn.loops.push(loop);
  return loop;
}

/** The body of one iteration with the JavaScript labels and handlers that its jumps need. */
export function loopBody(c: Compiler, loop: LoopContext, body: string, cont = ''): string {
  let js = body;
  const listens = loop.caught || loop.label !== null || c.perl.danglingLoopControl;
  if (listens) {
    const depth = c.fresh('d');
    const jumps = `switch(${c.lib('loopCaught')}(I,e,${quote(loop.js)},${loop.label === null ? 'null' : quote(loop.label)},${depth})){case 1:break ${loop.nextJs};case 2:break ${loop.js};default:continue ${loop.redoJs};}`;
    js = `const ${depth}=I.frames.depth;try{${js}}catch(e){${afterJump(c, loop)}${jumps}}`;
  }
  if (loop.usesRedo || listens) js = redoable(c, loop, js);
  return `${loop.nextJs}:{${js}}${cont}${iterationEnd(c, loop)}`;
}

/** while (<FH>) and its kin test for definedness (perlop "I/O Operators"). */
function condition(c: Compiler, e: Expr): string {
  const x = look(e);
  if (isReadish(x)) {
    const target: Var = { type: 'Var', line: x.line, sigil: '$', name: '_' };
    return definedAssign(c, target, x);
  }
  if (x.type === 'Assign' && x.op === '=' && isReadish(look(x.right)) && isScalarTarget(x.left))
    return definedAssign(c, x.left, x.right);
  return tested(c, e);
}
function isReadish(e: Expr): boolean {
  if (e.type === 'Readline' || e.type === 'GlobPattern') return true;
  return e.type === 'Func' && (e.name === 'readline' || e.name === 'readdir' || e.name === 'glob' || e.name === 'each');
}
function isScalarTarget(e: Expr): boolean {
  const x = look(e);
  if (x.type === 'My') return !x.paren && x.vars[0]?.sigil === '$' && e.type !== 'List';
  return (
    e.type !== 'List' &&
    (x.type === 'Elem' ||
      x.type === 'HElem' ||
      x.type === 'Local' ||
      ((x.type === 'Var' || x.type === 'Deref') && x.sigil === '$'))
  );
}
function definedAssign(c: Compiler, left: Expr, right: Expr): string {
  return `(${scalar(c, { type: 'Assign', line: right.line, op: '=', left, right })})!==undefined`;
}

function whileSource(c: Compiler, s: While): string {
  if (s.doWhile) return doWhileSource(c, s);
  return scopedUnless(c, s.modifier, () => {
    const outer = c.scope;
    const hoistedBefore = outer.hoisted.length;
    const test = s.cond === null ? 'true' : condition(c, s.cond);
    c.scope.introduce();
    const fresh = s.modifier ? [] : outer.hoisted.splice(hoistedBefore);
    const loop = openLoop(c, s.label);
    const body = s.modifier
      ? modifierBody(c, s.body, false)
      : scoped(c, () => statements(c, s.body, false), 'restored', s.cont === null);
    const cont = s.cont === null ? '' : blockSource(c, s.cont);
    c.fn.loops.pop();
    const inside = `${safePoint}${examined(c)}${loopBody(c, loop, body, cont)}`;
    const head = loopHead(c, loop);
    const end = loopEnd(c, loop);
    if (fresh.length === 0) return `${head}${loop.js}:while(${test}){${inside}}${end}`;
    return `${head}${loop.js}:for(;;){let ${fresh.join(',')};if(!(${test}))break;${inside}}${end}`;
  });
}
function doWhileSource(c: Compiler, s: While): string {
  return `do{${safePoint}${scoped(c, () => statements(c, s.body, false))}${examined(c)}}while(${s.cond === null ? 'true' : bool(c, s.cond)});`;
}
const braces = (js: string): string => `{${js}}`;
registerStatement('While', (c, s) => braces(whileSource(c, s)));

function cforSource(c: Compiler, s: CFor, value: string | null = null): string {
  return scoped(
    c,
    () => {
      const init = s.init === null ? '' : asStatement(voided(c, s.init));
      c.scope.introduce();
      const test =
        s.cond === null
          ? ''
          : value === null
            ? condition(c, s.cond)
            : `${c.lib('truthy')}(${value}=${scalar(c, s.cond)})`;
      c.scope.introduce();
      const loop = openLoop(c, s.label);
      const body = scoped(c, () => statements(c, s.body, false), 'restored', false);
      c.fn.loops.pop();
      const step = s.step === null ? '' : asStatement(voided(c, s.step));
      const head = loopHead(c, loop);
      return `${init}${head}${loop.js}:for(;${test};){${safePoint}${loopBody(c, loop, body)}${step}}${loopEnd(c, loop)}`;
      // what the head declares ends with the block around the loop
    },
    'passed on',
  );
}
registerStatement(
  'CFor',
  (c, s) => braces(cforSource(c, s)),
  // What a sub that ends in a loop answers is the test that failed.
  (c, s) => {
    if (s.cond === null) return `${braces(cforSource(c, s))}return ${c.lib('retEmpty')}(want);`;
    const value = c.temp();
    return `${braces(cforSource(c, s, value))}return ${c.lib('ret')}(want,${value});`;
  },
);

// ---- foreach ----------------------------------------------------------------------------------------------------

/** JavaScript for the loop head and the expression for the element of this iteration (a Scalar). */
interface Iteration {
  readonly before: string;
  readonly head: string;
  readonly element: string;
  /** the list it walks, if its values may belong to nobody else */
  readonly walked?: string;
}
/** The scalar for an element of a list. */
function boxed(c: Compiler, element: string): string {
  const k = lifetimes(c);
  return k === null ? `${c.lib('asScalar')}(${element})` : `${k}.box(${element})`;
}

function iteration(c: Compiler, e: Expr, s: Foreach): Iteration {
  const i = c.fresh('i');
  const items = e.type === 'List' ? e.items : [e];
  const only = items.length === 1 ? look(items[0] as Expr) : null;
  if (only?.type === 'Range') {
    const it = c.fresh('r');
    const op = c.op('foreach loop entry', [only.left, only.right]);
    const before = `const ${it}=${c.lib('rangeIterator')}(${scalar(c, only.left)},${scalar(c, only.right)},${op});`;
    const element = `new ${c.lib('Scalar')}(${it}.list===null?${it}.base+${i}:${it}.list[${i}])`;
    return { before, head: `let ${i}=0;${i}<${it}.count;${i}++`, element };
  }
  if (only !== null && (only.type === 'Var' || only.type === 'Deref') && only.sigil === '@') {
    const a = c.fresh('a');
    return {
      before: `const ${a}=${arrayOf(c, only)};`,
      head: `let ${i}=0;${i}<${a}.length;${i}++`,
      element: copies(c, s, only) ? `new ${c.lib('Scalar')}(${a}.get(${i}))` : `${a}.at(${i})`,
    };
  }
  const l = c.fresh('l');
  const before = `const ${l}=${aliases(c, { type: 'List', line: e.line, items, paren: true })};`;
  const watched = watchedElement(c, s, items, l, `${l}[${i}]`);
  return {
    before: before + watched.before,
    head: `let ${i}=0;${i}<${l}.length;${i}++`,
    element: boxed(c, watched.element),
    walked: l,
  };
}

/** A modifier has no scope of its own: what its expressions declare belongs to the block around it. */
function scopedUnless(c: Compiler, modifier: boolean, inside: () => string): string {
  return modifier ? inside() : scoped(c, inside);
}

/** A lexical loop variable that is only read over a named array: no element needs to become a container. */
function copies(c: Compiler, s: Foreach, array: Var | Deref): boolean {
  const v = s.variable;
  if (v?.type !== 'My' || v.kind !== 'my' || array.type !== 'Var' || s.cont !== null) return false;
  if ((v.vars[0]?.info as { static: number } | undefined)?.static !== -1) return false;
  return c.scope.lookup(`@${array.name}`)?.kind === 'my' && onlyReads(s.body.body, v.vars[0]?.name ?? '', array.name);
}

function foreachSource(c: Compiler, s: Foreach): string {
  return scopedUnless(c, s.modifier, () => {
    if (s.variable?.type === 'My' && s.variable.vars.length > 1) return foreachMany(c, s, s.variable);
    const it = iteration(c, s.list, s);
    c.scope.introduce();
    const loop = openLoop(c, s.label, false, isTopic(s.variable) ? 'foreach' : null);
    const lexical = lexicalVariable(c, s.variable);
    const source =
      lexical !== null
        ? lexicalLoop(c, s, loop, it, lexical) + loopEnd(c, loop)
        : globalLoop(c, s, loop, it, c.mentionedGlob(globalName(c, s.variable)));
    c.fn.loops.pop();
    return source;
  });
}
registerStatement('Foreach', (c, s) => braces(foreachSource(c, s)));

/** Only loops over $_ can be left by `when`. */
function isTopic(v: My | Var | null): boolean {
  return v === null || (v.type === 'My' ? v.kind === 'our' && v.vars[0]?.name === '_' : v.name === '_');
}

/** Declare the loop variable if it is lexical (also an outer `my`: foreach gives it a new identity inside). */
function lexicalVariable(c: Compiler, v: My | Var | null): { declare(): string } | null {
  if (v === null) return null;
  if (v.type === 'My') {
    if (v.kind === 'our') return null;
    return {
      declare: () => {
        const info = c.declare(v, 0);
        c.scope.introduce();
        return info.js;
      },
    };
  }
  const outer = c.scope.lookup(`$${v.name}`);
  if (outer === null || outer.kind === 'our') return null;
  return {
    declare: () => {
      const info = c.newVar('my', '$', v.name);
      c.scope.vars.set(info.key, info);
      return info.js;
    },
  };
}
function globalName(c: Compiler, v: My | Var | null): string {
  if (v === null) return '_';
  if (v.type === 'My') {
    const info = c.declare(v, 0);
    c.scope.introduce();
    return info.glob as string;
  }
  return c.scope.lookup(`$${v.name}`)?.glob ?? v.name;
}

function bodySource(c: Compiler, body: Block, modifier: boolean): string {
  return modifier ? modifierBody(c, body, false) : scoped(c, () => statements(c, body, false));
}

function lexicalLoop(c: Compiler, s: Foreach, loop: LoopContext, it: Iteration, v: { declare(): string }): string {
  let inner = '';
  const js = scoped(c, () => {
    const name = v.declare();
    const info = [...c.scope.vars.values()].at(-1);
    const bind = info !== undefined && info.static >= 0 ? '' : `const ${name}=${it.element};`;
    const body = bodySource(c, s.body, s.modifier);
    const cont = s.cont === null ? '' : blockSource(c, s.cont);
    inner = `${safePoint}${bind}${loopBody(c, loop, body)}${cont}`;
    if (bind === '') inner = `${safePoint}${name}.v=(${it.element}).v;${loopBody(c, loop, body)}${cont}`;
    return inner;
  });
  return `${it.before}${loopHead(c, loop, it.walked)}${loop.js}:for(${it.head}){${js}}`;
}

function globalLoop(c: Compiler, s: Foreach, loop: LoopContext, it: Iteration, glob: string): string {
  const saved = c.fresh('s');
  const body = bodySource(c, s.body, s.modifier);
  const cont = s.cont === null ? '' : blockSource(c, s.cont);
  const inside = `${safePoint}${glob}.s=${it.element};${loopBody(c, loop, body)}${cont}`;
  const k = lifetimes(c);
  const before = `${it.before}const ${saved}=${glob}.s;`;
  const walk = `${loopHead(c, loop, it.walked)}${loop.js}:for(${it.head}){${inside}}`;
  if (k === null) return `${before}try{${walk}}finally{${glob}.s=${saved};}`;
  // What the body localises is restored before the variable.
  const mark = c.fresh('m');
  const restore = `const ${mark}=I.dynamic.mark();I.dynamic.save(()=>{${glob}.s=${saved};});`;
  return `${before}${restore}${walk}${loopEnd(c, loop)}${k}.unwind(${mark});`;
}

/** for my ($a, $b) (LIST) (5.36) */
function foreachMany(c: Compiler, s: Foreach, my: My): string {
  const l = c.fresh('l');
  const i = c.fresh('i');
  const before = `const ${l}=${aliases(c, s.list)};`;
  const loop = openLoop(c, s.label);
  const n = my.vars.length;
  const inner = scoped(c, () => {
    const binds = my.vars.map((_v, k) => `const ${c.declare(my, k).js}=${boxed(c, `${l}[${i}+${k}]`)};`).join('');
    c.scope.introduce();
    const body = bodySource(c, s.body, false);
    const cont = s.cont === null ? '' : blockSource(c, s.cont);
    return `${safePoint}${binds}${loopBody(c, loop, body)}${cont}`;
  });
  c.fn.loops.pop();
  const head = loopHead(c, loop, l);
  return `${before}${head}${loop.js}:for(let ${i}=0;${i}<${l}.length;${i}+=${n}){${inner}}${loopEnd(c, loop)}`;
}

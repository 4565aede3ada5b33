/** given, when and default (perlsyn, "Switch Statements"). */
import type { Expr, Given, When } from '../syntax/ast.js';
import { modifierBody, scoped, statements } from './blocks.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { bool, lvalue, quote } from './emit.js';
import { findTopic, leaveTopic } from './emit-control.js';
import { openLoop } from './emit-loops.js';
import { byReference, smartMatchCall } from './emit-smartmatch.js';
import { loopEnd, loopHead } from './ends.js';
import { registerStatement } from './statement-table.js';

/** The topic is $_ within the block; `tail`: what the block answers is what the function answers. */
function givenSource(c: Compiler, s: Given, tail: boolean): string {
  return scoped(c, () => {
    const topic = c.glob('_');
    const [value, saved, depth] = [c.fresh('v'), c.fresh('s'), c.fresh('d')];
    const before = `const ${value}=${lvalue(c, byReference(s.topic))};`;
    c.scope.introduce();
    const loop = openLoop(c, null, true, 'given', tail);
    const body = scoped(c, () => statements(c, s.body, tail), 'restored', false);
    c.fn.loops.pop();
    const head = `${before}${loopHead(c, loop)}const ${saved}=${topic}.s,${depth}=I.frames.depth;${topic}.s=${value};I.givens++;`;
    const caught = `catch(e){${c.lib('topicLeft')}(I,e,${quote(loop.js)},${depth});}`;
    const end = tail ? `return ${c.lib('retEmpty')}(want);` : '';
    return `${head}try{${loop.js}:{${body}}}${caught}finally{I.givens--;${topic}.s=${saved};}${loopEnd(c, loop)}${end}`;
  });
}

/** A test that is true or false by itself; anything else is matched with the topic. */
function isTruth(given: Expr): boolean {
  const e = look(given);
  switch (e.type) {
    case 'Logical':
      if (e.op === '&&') return isTruth(e.left) && isTruth(e.right);
      return e.op === 'xor' || isTruth(e.left);
    case 'Unary':
      return e.op === '!';
    case 'Binary':
      return truths.has(e.op);
    case 'Func':
      return (
        e.name === 'defined' ||
        e.name === 'exists' ||
        e.name === 'eof' ||
        (e.name === 'scalar' && isOperandTruth(e.args))
      );
    case 'FileTest':
      return !/[sMAC]/.test(e.op);
    case 'Match':
      return e.kind === 'm';
    default:
      return truthTypes.has(e.type);
  }
}

const isOperandTruth = ([first]: readonly Expr[]): boolean => first !== undefined && isTruth(first);
const truths = new Set('== != < > <= >= eq ne lt gt le ge ~~ isa'.split(' '));
const truthTypes = new Set<Expr['type']>(['Call', 'CallRef', 'MethodCall', 'Chain', 'MatchExpr', 'Range']);

function testSource(c: Compiler, s: When): string {
  if (s.test === null) return 'true';
  if (isTruth(s.test)) return bool(c, s.test);
  const topic: Expr = { type: 'Var', sigil: '$', name: '_', line: s.line };
  return `${c.lib('truthy')}(${smartMatchCall(c, topic, s.test)})`;
}

function whenSource(c: Compiler, s: When): string {
  const label = c.fresh('W');
  const word = s.test === null ? 'default' : 'when';
  const topic = findTopic(c);
  const tail = topic !== null && topic.answers && topic.fn === c.fn;
  const source = (): string => {
    const test = testSource(c, s);
    c.scope.introduce();
    c.fn.whens.push(label);
    const body = s.modifier ? modifierBody(c, s.body, tail) : scoped(c, () => statements(c, s.body, tail));
    c.fn.whens.pop();
    const inside = `${body}${tail ? '' : leaveTopic(c, word)}`;
    const continued = `catch(e){${c.lib('whenContinued')}(e,${quote(label)});}`;
    const guarded = inside.includes(`"continue",${quote(label)}`) ? `try{${inside}}${continued}` : inside;
    return `${label}:{if(${test}){${guarded}}}`;
  };
  return s.modifier ? source() : scoped(c, source);
}

const braces = (js: string): string => `{${js}}`;
registerStatement(
  'Given',
  (c, s) => braces(givenSource(c, s, false)),
  (c, s) => braces(givenSource(c, s, true)),
);
registerStatement('When', (c, s) => (s.modifier ? whenSource(c, s) : braces(whenSource(c, s))));

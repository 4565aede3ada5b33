import type { Block, Expr, Foreach, If, My, PhaseBlock, Stmt, SubDef, Var, While } from './ast.js';
import { looksLikeHash } from './block-or-hash.js';
import { variablesOf } from './declarations.js';
import type {
  BraceToken,
  FlatForeach,
  FlatFormat,
  FlatIf,
  FlatPackage,
  FlatPhase,
  FlatSimple,
  FlatStatement,
  FlatSub,
  FlatWhile,
  GroupToken,
} from './flat.js';
import { modifiers } from './modifiers.js';
import { asSimple, isSwitch, topicStatement } from './topic.js';
import { asWords, deferred, tryCatch, withoutCatch } from './try-catch.js';
import { packageStatement, useStatement } from './modules.js';
import type { Resolver } from './resolver.js';
import { Row } from './row.js';
import { attributeList, prototypeOf, subBody } from './subs.js';
import { anonHash } from './variables.js';

/** perlsyn: statements in source order; `use`, BEGIN and sub definitions take effect as they are met. */
export function statements(r: Resolver, body: readonly FlatStatement[]): Stmt[] {
  const found: Stmt[] = [];
  let label: string | null = null;
  for (const [i, flat] of body.entries()) {
    if (flat.kind === 'label') {
      label = flat.name;
      if (i < body.length - 1) continue;
    }
    checkFile(r, flat.at);
    const stmt = statement(r, flat, label, (body[i + 1]?.kind ?? 'null') === 'null');
    if (label !== null && !takesLabel(stmt)) found.push(labelled(r, flat.at, label));
    label = null;
    if (stmt) found.push(stmt);
  }
  return found;
}

function takesLabel(stmt: Stmt | null): boolean {
  return stmt !== null && 'label' in stmt;
}

function labelled(r: Resolver, at: number, label: string): Stmt {
  const line = r.line(at);
  return { type: 'Nop', label, line, cop: r.env.cop(line) };
}

/** A `# line N "file"` directive takes effect at the next statement. */
function checkFile(r: Resolver, at: number): void {
  if (r.foreign) return;
  const file = r.prepared.map.file(at);
  if (file === null || file === r.file) return;
  r.file = file;
  r.env.setFile(file);
}

/** A block in braces, with a scope of its own if `scoped`. */
export function block(r: Resolver, braces: BraceToken, scoped: boolean): Block {
  if (scoped) r.enterScope();
  const pkg = r.pkg;
  const body = statements(r, braces.body);
  r.pkg = pkg;
  if (scoped) r.leaveScope();
  return { type: 'Block', body, line: r.line(braces.at), endLine: r.line(braces.end - 1) };
}

function statement(r: Resolver, flat: FlatStatement, label: string | null, ended: boolean): Stmt | null {
  const line = r.line(flat.at);
  switch (flat.kind) {
    case 'null':
      return null;
    case 'label':
      return null;
    case 'simple':
      return simple(r, flat, label);
    case 'block': {
      const cop = r.env.cop(line);
      if (ended && !flat.cont && looksLikeHash(flat.body))
        return { type: 'ExprStmt', expr: anonHash(r, flat.body), line, cop };
      const body = block(r, flat.body, true);
      return { type: 'BlockStmt', label, body, cont: flat.cont && block(r, flat.cont, true), line, cop };
    }
    case 'if':
      return conditional(r, flat);
    case 'try':
      return r.env.feature('try') ? tryCatch(r, flat) : simple(r, asWords(flat), label);
    case 'defer':
      return r.env.feature('defer') ? deferred(r, flat) : simple(r, asWords(flat), label);
    case 'while':
      return whileLoop(r, flat, label);
    case 'foreach':
      return flat.head.items.some((item) => item.kind === 'symbol' && item.text === ';')
        ? cStyleLoop(r, flat, label)
        : foreachLoop(r, flat, label);
    case 'sub':
      return subDefinition(r, flat);
    case 'package':
      return packageBlock(r, flat);
    case 'phase':
      return phaseBlock(r, flat);
    case 'topic':
      return isSwitch(r, flat) ? topicStatement(r, flat) : simple(r, asSimple(flat), null);
    case 'format':
      return formatDefinition(r, flat);
  }
}

function simple(r: Resolver, flat: FlatSimple, label: string | null): Stmt {
  const row = new Row(flat.items, flat.end);
  const first = flat.items[0];
  if (first?.kind === 'word' && !row.isSymbol('=>', 1)) {
    if (first.text === 'use' || first.text === 'no') return useStatement(r, row, first);
    if (first.text === 'package') return packageStatement(r, row, first);
  }
  if (first?.kind === 'word') checkCompound(r, row, first.text);
  if (first?.kind === 'word' && first.text === 'try' && r.env.feature('try') && !row.isSymbol('=>', 1))
    withoutCatch(r, row);
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  const expr = r.expression(row, 0);
  const stmt = modifiers(r, row, expr, label, line, cop);
  r.expectEnd(row);
  return stmt;
}

/** A compound statement that the grammar could not read as one: finds the token that doesn't fit. */
function checkCompound(r: Resolver, row: Row, word: string): void {
  if (!/^(?:if|unless|while|until|for|foreach)$/.test(word) || row.isSymbol('=>', 1)) return;
  row.take();
  if (word.startsWith('for')) {
    const declared = row.peek();
    if (declared?.kind === 'word') row.take();
    if (row.peek()?.kind === 'variable') row.take();
  }
  if (row.peek()?.kind === 'parens') row.take();
  r.unexpected(row);
}

/** What stands in the parentheses of `if` and `while`. */
function condition(r: Resolver, group: GroupToken): Expr | null {
  const row = new Row(group.items, group.end - 1);
  if (row.atEnd) return null;
  const expr = r.expression(row, 0);
  r.expectEnd(row);
  return expr;
}

function negated(expr: Expr): Expr {
  return { type: 'Unary', op: '!', expr, line: expr.line };
}

function conditional(r: Resolver, flat: FlatIf): If {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  r.enterScope();
  const clauses = flat.clauses.map((clause, i) => {
    const cond = condition(r, clause.cond);
    if (cond === null) return r.fail('syntax error', clause.cond.end - 1, r.near(clause.cond.at, clause.cond.end));
    return { cond: i === 0 && flat.word === 'unless' ? negated(cond) : cond, body: block(r, clause.body, true) };
  });
  const otherwise = flat.otherwise && block(r, flat.otherwise, true);
  r.leaveScope();
  return { type: 'If', clauses, otherwise, modifier: false, line, cop };
}

function whileLoop(r: Resolver, flat: FlatWhile, label: string | null): While {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  r.enterScope();
  const tested = condition(r, flat.cond);
  const cond = tested && flat.word === 'until' ? negated(tested) : tested;
  const body = block(r, flat.body, true);
  const cont = flat.cont && block(r, flat.cont, true);
  r.leaveScope();
  return { type: 'While', label, cond, body, cont, doWhile: false, modifier: false, line, cop };
}

/** `for (init; cond; step)`: the three parts lie between the semicolons of the parentheses. */
function cStyleLoop(r: Resolver, flat: FlatForeach, label: string | null): Stmt {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  const parts: GroupToken['items'][] = [[]];
  for (const item of flat.head.items) {
    if (item.kind === 'symbol' && item.text === ';') parts.push([]);
    else parts.at(-1)?.push(item);
  }
  if (parts.length !== 3) r.fail('syntax error', flat.head.end - 1, r.near(flat.head.at, flat.head.end));
  r.enterScope();
  const [init = null, cond = null, step = null] = parts.map((items) => condition(r, { ...flat.head, items }));
  const body = block(r, flat.body, true);
  r.leaveScope();
  return { type: 'CFor', label, init, cond, step, body, line, cop };
}

function foreachLoop(r: Resolver, flat: FlatForeach, label: string | null): Foreach {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  r.enterScope();
  if (flat.head.items.length === 0) r.fail('syntax error', flat.head.end - 1, r.near(flat.head.at, flat.head.end));
  const items = r.list(flat.head.items, flat.head.end - 1);
  const variable = loopVariable(r, flat, line);
  const list: Expr = { type: 'List', items, paren: true, line };
  const body = block(r, flat.body, true);
  const cont = flat.cont && block(r, flat.cont, true);
  r.leaveScope();
  return { type: 'Foreach', label, variable, list, body, cont, modifier: false, line, cop };
}

function loopVariable(r: Resolver, flat: FlatForeach, line: number): My | Var | null {
  const token = flat.variable;
  if (token === null) return null;
  if (flat.declarator === null) {
    if (token.kind === 'variable' && token.sigil === '$') return { type: 'Var', sigil: '$', name: token.name, line };
    return r.fail('Missing $ on loop variable', token.at);
  }
  const vars =
    token.kind === 'parens'
      ? variablesOf(r, token, flat.declarator)
      : token.kind === 'variable'
        ? [{ sigil: '$' as const, name: token.name }]
        : [];
  const my: My = { type: 'My', kind: flat.declarator as My['kind'], vars, paren: token.kind === 'parens', line };
  r.env.declare(my);
  return my;
}

function subDefinition(r: Resolver, flat: FlatSub): Stmt {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  const lexical = flat.declarator === 'my' || flat.declarator === 'state';
  if (lexical) r.lexicalSubs.at(-1)?.add(flat.name);
  else
    r.env.declareSub(
      flat.name,
      prototypeOf(flat, r),
      flat.attributes.some((a) => a.name === 'lvalue'),
    );
  if (!flat.body) return { type: 'Nop', line, cop };
  if (/^(?:BEGIN|END|INIT|CHECK|UNITCHECK)$/.test(flat.name)) {
    return phaseBlock(r, { kind: 'phase', name: flat.name, body: flat.body, at: flat.at, end: flat.end });
  }
  const promised = lexical ? undefined : r.env.lookupSub(flat.name);
  const sub = subBody(r, flat, flat.body, flat.name, flat.at);
  if (promised?.lvalue && !promised.defined && !sub.attributes.includes('lvalue')) sub.attributes.push('lvalue');
  const definition: SubDef = { type: 'SubDef', name: flat.name, sub, line, cop };
  if (lexical) return { ...definition, lexical };
  r.env.defineSub(definition);
  const args = attributeList(sub, r.pkg, flat.name);
  if (args !== null) r.env.use({ type: 'UseStmt', no: false, module: 'attributes', version: null, args, line, cop });
  return definition;
}

/** perlform: a format is a sub that fills pictures, under a name of its own kind. */
function formatDefinition(r: Resolver, flat: FlatFormat): Stmt {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  const head = { signature: null, signatureAt: 0, attributes: [] };
  const sub = subBody(r, head, flat.body, flat.name, flat.at);
  const definition: SubDef = { type: 'SubDef', name: flat.name, sub, format: true, line, cop };
  r.env.defineSub(definition);
  return definition;
}

function packageBlock(r: Resolver, flat: FlatPackage): Stmt {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  const outer = r.pkg;
  r.enterScope();
  r.pkg = flat.name;
  r.env.setPackage(flat.name);
  const body = block(r, flat.body, false);
  r.leaveScope();
  r.pkg = outer;
  return { type: 'PackageStmt', name: flat.name, version: flat.version, block: body, line, cop };
}

function phaseBlock(r: Resolver, flat: FlatPhase): Stmt {
  const line = r.line(flat.at);
  const cop = r.env.cop(line);
  const head = { signature: null, signatureAt: 0, attributes: [] };
  const sub = subBody(r, head, flat.body, flat.name, flat.at);
  const phase: PhaseBlock = { type: 'PhaseBlock', phase: flat.name as PhaseBlock['phase'], sub, line, cop };
  r.env.begin(phase);
  return phase;
}

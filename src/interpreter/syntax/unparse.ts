import type { Block, Deref, DeclVar, Expr, Stmt, SubBody, Var } from './ast.js';

/**
 * Writes an AST back as Perl with every grouping spelled out, for tests: real perl must understand the result as it
 * understands the original.
 */
export function unparse(body: readonly Stmt[]): string {
  return body.map(statement).join('\n');
}

const list = (items: readonly Expr[]): string => items.map(unparseExpr).join(', ');
const code = (block: Block): string => `{ ${unparse(block.body)} }`;
const single = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A string literal in double quotes with everything unusual escaped. */
function literal(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 _.,:;=+-]/gu, (c) => `\\x{${(c.codePointAt(0) ?? 0).toString(16)}}`);
  return `"${escaped}"`;
}

function container(c: Var | Deref, sigil: string): string {
  if (c.type === 'Var') return sigil + name(c.name);
  return c.expr.type === 'Var' ? `${sigil}${unparseExpr(c.expr)}` : `${sigil}{${unparseExpr(c.expr)}}`;
}

function name(text: string): string {
  return text.startsWith('^') ? `{${text}}` : /^\w/.test(text) ? `{${text}}`.replace(/^\{([\w:]+)\}$/, '$1') : text;
}

const declared = (v: DeclVar | null): string => (v ? v.sigil + v.name : 'undef');

function statement(s: Stmt): string {
  switch (s.type) {
    case 'ExprStmt':
      return `${unparseExpr(s.expr)};`;
    case 'If':
      if (s.modifier) return modified(s.clauses[0]?.body, 'if', s.clauses[0]?.cond);
      return (
        s.clauses.map((c, i) => `${i ? 'elsif' : 'if'} (${unparseExpr(c.cond)}) ${code(c.body)}`).join(' ') +
        (s.otherwise ? ` else ${code(s.otherwise)}` : '')
      );
    case 'Try':
      return `try ${code(s.body)} catch (${unparseExpr(s.variable)}) ${code(s.handler)}${s.cleanup ? ` finally ${code(s.cleanup)}` : ''}`;
    case 'Defer':
      return `defer ${code(s.body)}`;
    case 'While':
      if (s.doWhile) return `do ${code(s.body)} while ${s.cond ? unparseExpr(s.cond) : 1};`;
      if (s.modifier) return modified(s.body, 'while', s.cond);
      return `${label(s.label)}while (${s.cond ? unparseExpr(s.cond) : ''}) ${code(s.body)}${s.cont ? ` continue ${code(s.cont)}` : ''}`;
    case 'CFor': {
      const [a, b, c] = [s.init, s.cond, s.step].map((e) => (e ? unparseExpr(e) : ''));
      return `${label(s.label)}for (${a}; ${b}; ${c}) ${code(s.body)}`;
    }
    case 'Foreach':
      if (s.modifier) return modified(s.body, 'foreach', s.list);
      return (
        `${label(s.label)}foreach ${s.variable ? unparseExpr(s.variable) : ''} ${unparseExpr(s.list)} ${code(s.body)}` +
        (s.cont ? ` continue ${code(s.cont)}` : '')
      );
    case 'BlockStmt':
      return `${label(s.label)}${code(s.body)}${s.cont ? ` continue ${code(s.cont)}` : ''}`;
    case 'Given':
      return `given (${unparseExpr(s.topic)}) ${code(s.body)}`;
    case 'When':
      if (s.test === null) return `default ${code(s.body)}`;
      return s.modifier ? modified(s.body, 'when', s.test) : `when (${unparseExpr(s.test)}) ${code(s.body)}`;
    case 'SubDef':
      if (s.format) return `format ${s.name} = ${code(s.sub.body)}`;
      return `${s.lexical ? 'my ' : ''}sub ${s.name}${subRest(s.sub)}`;
    case 'PackageStmt':
      return `package ${s.name}${s.version ? ` ${s.version}` : ''}${s.block ? ` ${code(s.block)}` : ';'}`;
    case 'PhaseBlock':
      return `${s.phase} ${code(s.sub.body)}`;
    case 'UseStmt':
      return `${s.no ? 'no' : 'use'} ${s.module ?? ''} ${s.version ?? ''}${s.args ? ` (${list(s.args)})` : ''};`;
    case 'Nop':
      return s.label ? `${s.label}:` : ';';
  }
}

function modified(body: Block | undefined, word: string, cond: Expr | null | undefined): string {
  const first = body?.body[0];
  return `${first?.type === 'ExprStmt' ? unparseExpr(first.expr) : ''} ${word} ${cond ? unparseExpr(cond) : ''};`;
}

const label = (text: string | null): string => (text ? `${text}: ` : '');

function subRest(sub: SubBody): string {
  const attributes = sub.attributes.map((a) => ` :${a}`).join('');
  return `${sub.prototype === null ? '' : `(${sub.prototype})`}${attributes} ${code(sub.body)}`;
}

function bind(target: Expr | null, negate: boolean, text: string): string {
  return target ? `(${unparseExpr(target)} ${negate ? '!~' : '=~'} ${text})` : text;
}

const CASE: Record<string, string> = { uc: '\\U', lc: '\\L', quotemeta: '\\Q', fc: '\\F' };

/** The inside of a string or pattern. */
function inside(expr: Expr, pattern: boolean): string {
  switch (expr.type) {
    case 'StrLit':
      return pattern ? expr.value : literal(expr.value).slice(1, -1);
    case 'Interp':
      return expr.parts.map((part) => inside(part, pattern)).join('');
    case 'JoinList':
      return unparseExpr(expr.list);
    case 'Var':
      return /^[\w:]+$/.test(expr.name) ? `${expr.sigil}{${expr.name}}` : unparseExpr(expr);
    case 'Func': {
      const inner = expr.args[0] ? inside(expr.args[0], pattern) : '';
      if (expr.name === 'ucfirst') return `\\u${inner}`;
      if (expr.name === 'lcfirst') return `\\l${inner}`;
      return `${CASE[expr.name] ?? ''}${inner}\\E`;
    }
    default:
      return unparseExpr(expr);
  }
}

function element(c: Var | Deref, subscript: string): string {
  if (c.type === 'Var') return `$${name(c.name)}${subscript}`;
  const simple = c.expr.type === 'Elem' || c.expr.type === 'HElem' || (c.expr.type === 'Var' && c.expr.sigil === '$');
  return simple ? `${unparseExpr(c.expr)}->${subscript}` : `\${${unparseExpr(c.expr)}}${subscript}`;
}

function key(e: Expr): string {
  return e.type === 'List' ? `(${unparseExpr(e)})` : unparseExpr(e);
}

function unparseExpr(e: Expr): string {
  switch (e.type) {
    case 'NumLit':
      return String(e.value);
    case 'StrLit':
      return e.vstring
        ? `v${[...e.value].map((c) => c.codePointAt(0)).join('.')}`
        : /^[\w :-]*$/.test(e.value)
          ? single(e.value)
          : literal(e.value);
    case 'Bareword':
      return e.name;
    case 'Interp':
      return `"${inside(e, false)}"`;
    case 'JoinList':
      return `"@{[${unparseExpr(e.list)}]}"`;
    case 'Var':
      return e.sigil + name(e.name);
    case 'Deref':
      return e.expr.type === 'Var' && e.sigil !== '*'
        ? `${e.sigil}${unparseExpr(e.expr)}`
        : `${e.sigil}{${unparseExpr(e.expr)}}`;
    case 'Elem':
      return element(e.array, `[${unparseExpr(e.index)}]`);
    case 'HElem':
      return element(e.hash, `{${key(e.key)}}`);
    case 'Slice':
      return `${container(e.array, e.kv ? '%' : '@')}[${unparseExpr(e.list)}]`;
    case 'HSlice':
      return `${container(e.hash, e.kv ? '%' : '@')}{${key(e.list)}}`;
    case 'ListSlice':
      return `(${unparseExpr(e.list)})[${unparseExpr(e.indices)}]`;
    case 'LastIndex':
      return container(e.array, '$#');
    case 'My':
      return `${e.kind} ${e.paren ? `(${e.vars.map(declared).join(', ')})` : declared(e.vars[0] ?? null)}`;
    case 'Local':
      return `local ${unparseExpr(e.expr)}`;
    case 'Assign':
      return `(${unparseExpr(e.left)} ${e.op === '=' ? '=' : `${e.op}=`} ${unparseExpr(e.right)})`;
    case 'Binary':
      return `(${unparseExpr(e.left)} ${e.op} ${unparseExpr(e.right)})`;
    case 'Chain':
      return `(${unparseExpr(e.operands[0] as Expr)}${e.ops.map((op, i) => ` ${op} ${unparseExpr(e.operands[i + 1] as Expr)}`).join('')})`;
    case 'Logical':
      return `(${unparseExpr(e.left)} ${e.op} ${unparseExpr(e.right)})`;
    case 'Unary':
      return `(${e.op} ${unparseExpr(e.expr)})`;
    case 'RefGen':
      return `(\\ ${unparseExpr(e.expr)})`;
    case 'IncDec':
      return e.prefix ? `(${e.op}${unparseExpr(e.expr)})` : `(${unparseExpr(e.expr)}${e.op})`;
    case 'Ternary':
      return `(${unparseExpr(e.cond)} ? ${unparseExpr(e.then)} : ${unparseExpr(e.else)})`;
    case 'Range':
      return `(${unparseExpr(e.left)} ${e.exclusive ? '...' : '..'} ${unparseExpr(e.right)})`;
    case 'List':
      return `(${list(e.items)})`;
    case 'AnonArray':
      return `[${list(e.items)}]`;
    case 'AnonHash':
      return `+{${list(e.items)}}`;
    case 'AnonSub':
      return `sub ${subRest(e.sub)}`;
    case 'Yada':
      return '...';
    case 'DoBlock':
      return `do ${code(e.body)}`;
    case 'EvalBlock':
      return `eval ${code(e.body)}`;
    default:
      return unparseCall(e);
  }
}

function unparseCall(e: Expr): string {
  switch (e.type) {
    case 'Call':
      return `${e.amp ? '&' : ''}${e.name}${e.args ? `(${e.args.map(unshaped).join(', ')})` : ''}`;
    case 'CallRef':
      return e.args ? `&{${unparseExpr(e.callee)}}(${list(e.args)})` : `&{${unparseExpr(e.callee)}}`;
    case 'MethodCall': {
      const method = typeof e.method === 'string' ? e.method : unparseExpr(e.method);
      return `${unparseExpr(e.invocant)}->${method}${e.noParens && e.args.length === 0 ? '' : `(${list(e.args)})`}`;
    }
    case 'Func':
      return unparseFunc(e.name, e.args, e.label, e.parens);
    case 'Print':
      return `${e.name}(${e.handle ? (e.handle.type === 'Bareword' ? `${e.handle.name} ` : `{${unparseExpr(e.handle)}} `) : ''}${list(e.args)})`;
    case 'Sort': {
      const cmp = !e.cmp ? '' : e.cmp.type === 'Block' ? code(e.cmp) : unparseExpr(e.cmp).replace(/^&/, '');
      return `sort(${cmp} ${list(e.args)})`;
    }
    case 'MapGrep':
      return `${e.name}(${e.block ? `{; ${unparse(e.block.body)} }` : `${e.expr ? unparseExpr(e.expr) : ''},`} ${list(e.args)})`;
    case 'FileTest':
      return `(-${e.op} ${e.expr ? unparseExpr(e.expr) : ''})`;
    case 'Readline':
      return e.safe ? '<<>>' : `<${e.handle ? unparseExpr(e.handle) : ''}>`;
    case 'GlobPattern':
      return `glob(${unparseExpr(e.pattern)})`;
    case 'Match':
      return bind(e.target, e.negate, `${e.kind}\x01${inside(e.pattern, true)}\x01${e.flags}`);
    case 'Subst':
      return bind(e.target, e.negate, `s\x01${inside(e.pattern, true)}\x01${replacement(e.replacement)}\x01${e.flags}`);
    case 'Trans':
      return bind(e.target, e.negate, `tr\x01${visible(e.from)}\x01${visible(e.to)}\x01${e.flags}`);
    case 'MatchExpr':
      return `(${unparseExpr(e.target)} ${e.negate ? '!~' : '=~'} ${unparseExpr(e.pattern)})`;
    default:
      throw new Error(`unparse: ${e.type}`);
  }
}

const visible = (text: string): string => text.replaceAll('\0', '\\0').replace(/\\(?=$)/, '\\\\');

function replacement(e: Expr): string {
  if (e.type === 'DoBlock') return unparse(e.body.body);
  if (e.type === 'Func' && e.name === 'evalstr') return replacement(e.args[0] as Expr);
  return inside(e, false);
}

/** Undoes what a prototype did to an operand. */
function unshaped(e: Expr): string {
  return e.type === 'RefGen' ? unparseExpr(e.expr) : unparseExpr(e);
}

function unparseFunc(called: string, args: readonly Expr[], target: string | undefined, parens: boolean): string {
  if (target) return `${called} ${target}`;
  if (called === 'gelem' && args[0] && args[1]) return `${unparseExpr(args[0])}{${unparseExpr(args[1])}}`;
  const spelled = { evalstr: 'eval', dofile: 'do' }[called] ?? called;
  const [only] = args;
  if (called === 'require' && only?.type === 'StrLit' && only.bareword)
    return `require ${only.value.replace(/\.pm$/, '').replaceAll('/', '::')}`;
  if (called === 'return' || called === 'goto')
    return args.length ? `${called} ${args.length === 1 ? unparseExpr(only as Expr) : `(${list(args)})`}` : called;
  if (args.length === 0) return parens ? `${spelled}()` : spelled;
  return `${spelled}(${list(args)})`;
}

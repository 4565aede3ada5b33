/**
 * The syntax tree the parser hands to the compiler. Names follow perlop, perlsyn and perldata.
 *
 * Variables are named as written, without sigil ("x", "Foo::x", "_", "1", "!", "^W"); who they are (lexical,
 * `our` or package variable) is the compiler's business. Sub bodies, blocks and statements nest as in the source.
 */

export type Sigil = '$' | '@' | '%' | '&' | '*';

/** Opaque snapshot of package, pragmas and warnings at a statement: made by the ParserEnv, read by the compiler. */
export interface Cop {
  readonly file: string;
  readonly line: number;
  readonly pkg: string;
}

interface At {
  readonly line: number;
}

// ---- terms ------------------------------------------------------------------------------------------------------

/** A numeric literal. `float`: written with a point or an exponent, or beyond 64 bits (matters for 1e15). */
export interface NumLit extends At {
  readonly type: 'NumLit';
  readonly value: number | bigint;
  readonly float: boolean;
}
/** A constant string; `bareword`: it was `Foo::` or a word quoted by `=>` or by `{word}`; `vstring`: v1.2.3. */
export interface StrLit extends At {
  readonly type: 'StrLit';
  readonly value: string;
  readonly bareword?: boolean;
  readonly vstring?: boolean;
}
/** A word that is neither a known sub nor a builtin nor quoted: strict-subs error, class name or handle, by use. */
export interface Bareword extends At {
  readonly type: 'Bareword';
  readonly name: string;
}
/** "a $b @c[1,2]": parts in order; an array part is a JoinList (joined with $"). Case escapes become Func nodes
 *  (lc, uc, lcfirst, ucfirst, quotemeta, fc) around the parts they cover. */
export interface Interp extends At {
  readonly type: 'Interp';
  readonly parts: Expr[];
}
export interface JoinList extends At {
  readonly type: 'JoinList';
  readonly list: Expr;
}
/** $x @x %x &x(as a name: `\&x`, `defined &x`) *x. `{^NAME}` is spelled "^NAME". */
export interface Var extends At {
  readonly type: 'Var';
  readonly sigil: Sigil;
  readonly name: string;
}
/** $$r @$r @{...} %$r &$r(as a name) *{"name"} and the postfix forms ->@* ->%* ->$* ->&* ->** */
export interface Deref extends At {
  readonly type: 'Deref';
  readonly sigil: Sigil;
  readonly expr: Expr;
}
/** $a[i], $r->[i], $$r[i]: `array` is a Var or Deref with sigil '@' (or a My for `my`-less weird cases: never). */
export interface Elem extends At {
  readonly type: 'Elem';
  readonly array: Var | Deref;
  readonly index: Expr;
}
/** $h{k}, $r->{k}: `hash` has sigil '%'. A multi-key $h{1,2} arrives as Func join of $; and the keys. */
export interface HElem extends At {
  readonly type: 'HElem';
  readonly hash: Var | Deref;
  readonly key: Expr;
}
/** @a[...] (kv: %a[...]) */
export interface Slice extends At {
  readonly type: 'Slice';
  readonly array: Var | Deref;
  readonly list: Expr;
  readonly kv: boolean;
}
/** @h{...} (kv: %h{...}) */
export interface HSlice extends At {
  readonly type: 'HSlice';
  readonly hash: Var | Deref;
  readonly list: Expr;
  readonly kv: boolean;
}
/** (LIST)[...] */
export interface ListSlice extends At {
  readonly type: 'ListSlice';
  readonly list: Expr;
  readonly indices: Expr;
}
/** $#a, $#$r, $#{...}, $r->$#* */
export interface LastIndex extends At {
  readonly type: 'LastIndex';
  readonly array: Var | Deref;
}
/** One variable of a my/our/state declaration. The compiler annotates it (identity matters); `undef` placeholder in
 *  `my ($a, undef, $b)` is null in My.vars. */
export interface DeclVar {
  readonly sigil: '$' | '@' | '%';
  readonly name: string;
  /** Compiler's annotations. */
  info?: unknown;
}
/** my $x / my ($a, @b) / our ... / state ...; `paren`: written with parentheses (list assignment). */
export interface My extends At {
  readonly type: 'My';
  readonly kind: 'my' | 'our' | 'state';
  readonly vars: (DeclVar | null)[];
  readonly paren: boolean;
}
export interface Local extends At {
  readonly type: 'Local';
  readonly expr: Expr;
}

// ---- operators --------------------------------------------------------------------------------------------------

/** op is '=' or the operator before it: '+' for `+=`, '||', '//', '&&', '.', 'x', '**', '<<', '&.', ... */
export interface Assign extends At {
  readonly type: 'Assign';
  readonly op: string;
  readonly left: Expr;
  readonly right: Expr;
}
/** + - * / % ** . x == != < > <= >= <=> eq ne lt gt le ge cmp & | ^ << >> &. |. ^. isa ~~ ;
 *  `listRepeat`: `(LIST) x N` or `qw(..) x N` */
export interface Binary extends At {
  readonly type: 'Binary';
  readonly op: string;
  readonly left: Expr;
  readonly right: Expr;
  readonly listRepeat?: boolean;
}
/** a < b <= c (perlop, "chained"): n + 1 operands around n operators, each operand evaluated at most once, left to
 *  right, stopping at the first comparison that is false. */
export interface Chain extends At {
  readonly type: 'Chain';
  readonly ops: string[];
  readonly operands: Expr[];
}
/** && || // (also spelled and, or) and xor */
export interface Logical extends At {
  readonly type: 'Logical';
  readonly op: '&&' | '||' | '//' | 'xor';
  readonly left: Expr;
  readonly right: Expr;
}
/** ! (also `not`) - + ~ ~. ; `\` is RefGen */
export interface Unary extends At {
  readonly type: 'Unary';
  readonly op: string;
  readonly expr: Expr;
}
export interface RefGen extends At {
  readonly type: 'RefGen';
  readonly expr: Expr;
}
export interface IncDec extends At {
  readonly type: 'IncDec';
  readonly op: '++' | '--';
  readonly prefix: boolean;
  readonly expr: Expr;
}
export interface Ternary extends At {
  readonly type: 'Ternary';
  readonly cond: Expr;
  readonly then: Expr;
  readonly else: Expr;
}
/** a .. b (flip-flop in scalar context); `exclusive` for `...` */
export interface Range extends At {
  readonly type: 'Range';
  readonly left: Expr;
  readonly right: Expr;
  readonly exclusive: boolean;
}
/** A comma list. `paren`: it stood in parentheses (also around a single expression: `my ($x) =`, `(1)x3`, `() =`).
 *  A parenthesised single scalar expression `(1+2)*3` arrives as List{paren, items:[expr]}: the compiler looks through. */
export interface List extends At {
  readonly type: 'List';
  readonly items: Expr[];
  readonly paren: boolean;
  /** from qw() */
  readonly qw?: boolean;
}
export interface AnonArray extends At {
  readonly type: 'AnonArray';
  readonly items: Expr[];
}
export interface AnonHash extends At {
  readonly type: 'AnonHash';
  readonly items: Expr[];
}
export interface AnonSub extends At {
  readonly type: 'AnonSub';
  readonly sub: SubBody;
}

// ---- calls ------------------------------------------------------------------------------------------------------

/** A call of a user sub by name: foo(...), foo LIST, &foo(...), and `&foo;` (args null: shares @_).
 *  `amp` skips the prototype. With a prototype, the arguments are already shaped: a `\@` slot is a RefGen, a `$` slot is
 *  Func scalar(...) when its expression could be a list, a `&` block is an AnonSub. */
export interface Call extends At {
  readonly type: 'Call';
  readonly name: string;
  readonly args: Expr[] | null;
  readonly amp: boolean;
  /** foo(...) with parentheses (or with a block/args so that it can't be a bareword) */
  readonly parens: boolean;
  /** the sub was not known yet, so that its prototype can't count */
  readonly early?: boolean;
}
/** $f->(...), &$f(...), &{...}(...); `&$f;` has args null */
export interface CallRef extends At {
  readonly type: 'CallRef';
  readonly callee: Expr;
  readonly args: Expr[] | null;
}
/** X->m(...), new X(...), $o->$m(...), X->SUPER::m; a class name arrives as StrLit{bareword} */
export interface MethodCall extends At {
  readonly type: 'MethodCall';
  readonly invocant: Expr;
  readonly method: string | Expr;
  readonly args: Expr[];
  /** ->?method never; `->&*` no. true when written without parentheses */
  readonly noParens?: boolean;
}
/**
 * A named operator of perlfunc that is not listed separately below. `args` as written, one Expr an operand; a missing
 * optional operand is simply absent (the compiler supplies $_ and the like). Operands that are handles (open, close,
 * eof, binmode, fileno, seek, tell, opendir, ..., flock, truncate, select, -X) arrive as given: a bareword handle is a
 * Bareword node (STDIN, FH, Foo::FH), `{expr}` its expression. `sub` for `&`-slots never. Also here: return next last
 * redo goto dump (label in `label` when it is a bareword), wantarray, __SUB__, __FILE__ etc. as literals instead,
 * require (args[0] StrLit bareword for `require Foo::Bar`: value "Foo/Bar.pm", or NumLit/vstring, or Expr),
 * do FILE ("dofile"), eval STRING ("evalstr"), defined/exists/delete/undef/scalar/local on their operands,
 * prototype, lock, study, pos, split (args[0] a Match or Expr), sprintf, pack, ... and the eleven System V calls.
 * `core`: it was called as CORE::name or the name can't be overridden.
 */
export interface Func extends At {
  readonly type: 'Func';
  readonly name: string;
  readonly args: Expr[];
  readonly label?: string;
  /** written with parentheses around its arguments */
  readonly parens: boolean;
  readonly core?: boolean;
  /** system/exec { PROGRAM } LIST */
  readonly program?: Expr;
}
/** print/printf/say. handle: Bareword (STDERR), Expr (scalar variable or block), or null (selected handle).
 *  Without arguments, args is [] and the compiler prints $_. */
export interface Print extends At {
  readonly type: 'Print';
  readonly name: 'print' | 'printf' | 'say';
  readonly handle: Expr | null;
  readonly args: Expr[];
}
/** sort { } LIST / sort subname LIST / sort $subref LIST / sort LIST */
export interface Sort extends At {
  readonly type: 'Sort';
  readonly cmp: Block | Expr | null;
  readonly args: Expr[];
}
/** map/grep with a block or an expression */
export interface MapGrep extends At {
  readonly type: 'MapGrep';
  readonly name: 'map' | 'grep';
  readonly block: Block | null;
  readonly expr: Expr | null;
  readonly args: Expr[];
}
export interface FileTest extends At {
  readonly type: 'FileTest';
  /** the letter */
  readonly op: string;
  /** null: $_; Bareword `_` is the last stat buffer; stacked tests nest */
  readonly expr: Expr | null;
}
/** <FH> <$fh> <> <<>> : handle Bareword, Var, or null for <>; `safe` for <<>> */
export interface Readline extends At {
  readonly type: 'Readline';
  readonly handle: Expr | null;
  readonly safe?: boolean;
}
/** <*.c>; glob(...) is a Func */
export interface GlobPattern extends At {
  readonly type: 'GlobPattern';
  readonly pattern: Expr;
}

// ---- regular expressions ----------------------------------------------------------------------------------------

/** m//, //, qr//. `pattern` is a StrLit or Interp in which regex escapes are untouched (backslashes kept) and only
 *  variables are interpolated; `single`: delimiter was ' (no interpolation). `once` for m?? */
export interface Match extends At {
  readonly type: 'Match';
  readonly kind: 'm' | 'qr';
  readonly target: Expr | null;
  readonly negate: boolean;
  readonly pattern: Expr;
  readonly flags: string;
  readonly once?: boolean;
}
/** s///. `replacement`: Interp/StrLit, or for /e a DoBlock (code parsed), for /ee Func evalstr of it. */
export interface Subst extends At {
  readonly type: 'Subst';
  readonly target: Expr | null;
  readonly negate: boolean;
  readonly pattern: Expr;
  readonly replacement: Expr;
  readonly flags: string;
}
/** tr///, y///: from and to with escapes processed but ranges not expanded ("\-" stays "\\-"). */
export interface Trans extends At {
  readonly type: 'Trans';
  readonly target: Expr | null;
  readonly negate: boolean;
  readonly from: string;
  readonly to: string;
  readonly flags: string;
}
/** EXPR =~ EXPR where the right side is no match operator: the value is a pattern. */
export interface MatchExpr extends At {
  readonly type: 'MatchExpr';
  readonly target: Expr;
  readonly negate: boolean;
  readonly pattern: Expr;
}

// ---- blocks as terms --------------------------------------------------------------------------------------------

export interface DoBlock extends At {
  readonly type: 'DoBlock';
  readonly body: Block;
}
export interface EvalBlock extends At {
  readonly type: 'EvalBlock';
  readonly body: Block;
}
/** `...` */
export interface Yada extends At {
  readonly type: 'Yada';
}

export type Expr =
  | NumLit
  | StrLit
  | Bareword
  | Interp
  | JoinList
  | Var
  | Deref
  | Elem
  | HElem
  | Slice
  | HSlice
  | ListSlice
  | LastIndex
  | My
  | Local
  | Assign
  | Binary
  | Chain
  | Logical
  | Unary
  | RefGen
  | IncDec
  | Ternary
  | Range
  | List
  | AnonArray
  | AnonHash
  | AnonSub
  | Call
  | CallRef
  | MethodCall
  | Func
  | Print
  | Sort
  | MapGrep
  | FileTest
  | Readline
  | GlobPattern
  | Match
  | Subst
  | Trans
  | MatchExpr
  | DoBlock
  | EvalBlock
  | Yada;

// ---- statements -------------------------------------------------------------------------------------------------

interface Stmt0 extends At {
  /** what env.cop() returned when the statement began */
  readonly cop: Cop;
}
export interface Block extends At {
  readonly type: 'Block';
  readonly body: Stmt[];
  /** line of the closing brace */
  readonly endLine: number;
}
export interface ExprStmt extends Stmt0 {
  readonly type: 'ExprStmt';
  readonly expr: Expr;
}
/** if/elsif/else, unless (first clause negated with Unary '!'), and the modifiers (`modifier`: no scope of its own). */
export interface If extends Stmt0 {
  readonly type: 'If';
  readonly clauses: { readonly cond: Expr; readonly body: Block }[];
  readonly otherwise: Block | null;
  readonly modifier: boolean;
}
/** while/until (until: cond wrapped in Unary '!'), empty cond null; `doWhile`: `do BLOCK while COND`, whose body is run
 *  before the first test; `modifier`: EXPR while COND */
export interface While extends Stmt0 {
  readonly type: 'While';
  readonly label: string | null;
  readonly cond: Expr | null;
  readonly body: Block;
  readonly cont: Block | null;
  readonly doWhile: boolean;
  readonly modifier: boolean;
}
/** `defer { }`, and the end of a `try` */
export interface Defer extends Stmt0 {
  readonly type: 'Defer';
  readonly body: Block;
}
export interface Try extends Stmt0 {
  readonly type: 'Try';
  readonly body: Block;
  /** holds the exception in the handler */
  readonly variable: My;
  readonly handler: Block;
  readonly cleanup: Block | null;
}
export interface CFor extends Stmt0 {
  readonly type: 'CFor';
  readonly label: string | null;
  readonly init: Expr | null;
  readonly cond: Expr | null;
  readonly step: Expr | null;
  readonly body: Block;
}
/** foreach; variable: My, Var or null ($_). EXPR for LIST: `modifier`. */
export interface Foreach extends Stmt0 {
  readonly type: 'Foreach';
  readonly label: string | null;
  readonly variable: My | Var | null;
  readonly list: Expr;
  readonly body: Block;
  readonly cont: Block | null;
  readonly modifier: boolean;
}
/** given (EXPR) BLOCK */
export interface Given extends Stmt0 {
  readonly type: 'Given';
  readonly topic: Expr;
  readonly body: Block;
}
/** when (EXPR) BLOCK and EXPR when EXPR (`modifier`); default BLOCK: without a test */
export interface When extends Stmt0 {
  readonly type: 'When';
  readonly test: Expr | null;
  readonly body: Block;
  readonly modifier: boolean;
}
/** A bare block: a loop that runs once. */
export interface BlockStmt extends Stmt0 {
  readonly type: 'BlockStmt';
  readonly label: string | null;
  readonly body: Block;
  readonly cont: Block | null;
}
/** sub NAME BLOCK. env.defineSub has been called for it already; it stays in the tree for its position. `my sub` has
 *  lexical: true (and is not given to defineSub). */
export interface SubDef extends Stmt0 {
  readonly type: 'SubDef';
  readonly name: string;
  readonly sub: SubBody;
  readonly lexical?: boolean;
  /** a format, not a sub */
  readonly format?: boolean;
}
/** package NAME; (block null: until the end of the enclosing block) or package NAME BLOCK */
export interface PackageStmt extends Stmt0 {
  readonly type: 'PackageStmt';
  readonly name: string;
  readonly version: string | null;
  readonly block: Block | null;
}
/** BEGIN/END/INIT/CHECK/UNITCHECK. BEGIN has been run (env.begin) already. */
export interface PhaseBlock extends Stmt0 {
  readonly type: 'PhaseBlock';
  readonly phase: 'BEGIN' | 'END' | 'INIT' | 'CHECK' | 'UNITCHECK';
  readonly sub: SubBody;
}
/** use/no, already carried out through env.use. */
export interface UseStmt extends Stmt0 {
  readonly type: 'UseStmt';
  readonly no: boolean;
  /** module name, or null for `use 5.010` */
  readonly module: string | null;
  /** the version argument: the literal as written, or null */
  readonly version: string | null;
  /** the import list; null: none given (call import without arguments); [] written as (): don't call import */
  readonly args: Expr[] | null;
}
export interface Nop extends Stmt0 {
  readonly type: 'Nop';
  /** a label before a statement that is no loop or block (only `goto` finds it) */
  readonly label?: string;
}
export type Stmt =
  | ExprStmt
  | If
  | Try
  | Defer
  | While
  | CFor
  | Foreach
  | BlockStmt
  | Given
  | When
  | SubDef
  | PackageStmt
  | PhaseBlock
  | UseStmt
  | Nop;

export interface SubBody extends At {
  readonly body: Block;
  /** prototype text without parentheses, blanks removed, or null */
  readonly prototype: string | null;
  readonly attributes: string[];
  /** signature already translated into statements at the head of body by the parser (my ($x,$y) = @_ with arity checks
   *  as Func "argcheck" nodes: args [NumLit min, NumLit max or -1]) */
  readonly signature: boolean;
  /** name for caller(), null for anonymous */
  readonly name: string | null;
}

export interface Program {
  readonly body: Block;
  /** text after __END__ or __DATA__ (null: none) and the package it belongs to */
  readonly data: { readonly text: string; readonly pkg: string } | null;
}

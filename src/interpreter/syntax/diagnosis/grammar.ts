/**
 * How perl's own parser divides a program: rules of an LALR grammar over the tokens of `lexer.ts`. A program that is wrong
 * is read by it a second time, since only so the same mistakes are noticed at the same tokens as by perl.
 *
 * A line `left: symbol ... %TOKEN = action`; `|` repeats the left side; `%` gives the precedence of another token;
 * `@name` is an action in the middle of a rule.
 */
import type { Grammar, Precedence } from './lalr.js';
import { MISTAKE } from './lalr.js';
import type { Rule } from './states.js';

/** The end of the program. */
export const END = 'END';

/** From the weakest to the strongest. */
const PRECEDENCE = `
nonassoc LOW
nonassoc LOOPEX
left OROP
left ANDOP
right NOTOP
nonassoc LSTOP LSTOPSUB
left ,
right ASSIGNOP
right ? :
nonassoc DOTDOT
left OROR DORDOR
left ANDAND
left BITOROP
left BITANDOP
left CHEQOP NCEQOP
left CHRELOP NCRELOP
nonassoc UNIOP UNIOPSUB
nonassoc REQUIRE
left SHIFTOP
left ADDOP
left MULOP
left MATCHOP
right ! ~ UMINUS REFGEN
right POWOP
nonassoc PREINC PREDEC POSTINC POSTDEC POSTJOIN
left ARROW
nonassoc )
left (
left [ {
`;

const RULES = `
goal: program END
program: @program remember statements = end-of-program

block: { remember statements } = end-of-block
block-of-loop: { remember-part statements } = end-of-block
remember: = open-block
remember-part: = open-part
statements: nothing
| statements statement
nothing: = nothing
statement: bare = statement
| labelled
labelled: LABEL bare = labelled
| LABEL labelled = labelled

bare: FORMAT start-format format-name format-body = end-of-format
| SUB sub-name start-sub @sub-name proto attributes sub-end = named-sub
| SIGSUB sub-name start-sub @sub-name attributes signature-sub-end = named-sub
| PACKAGE BAREWORD BAREWORD ; = package
| USE start-sub @use-begins BAREWORD BAREWORD optional-list ; = use
| IF ( remember condition-introduced ) block-of-loop else = end-of-compound
| UNLESS ( remember condition-introduced ) block-of-loop else = end-of-compound
| GIVEN ( remember condition-introduced ) block-of-loop = end-of-compound
| WHEN ( remember condition-introduced ) block-of-loop = end-of-compound
| DEFAULT block
| WHILE ( remember loop-test ) introduce block-of-loop continue = end-of-compound
| UNTIL ( remember tested ) introduce block-of-loop continue = end-of-compound
| FOR ( remember step-introduced ; @expect-term loop-test ; @expect-term introduce step-introduced ) block-of-loop = end-of-compound
| FOR MY remember my-scalar ( condition-introduced ) block-of-loop continue = end-of-compound
| FOR MY remember ( my-scalars ) ( condition-introduced ) block-of-loop continue = end-of-compound
| FOR scalar ( remember condition-introduced ) block-of-loop continue = end-of-compound
| FOR my-reference remember my-variable @my-done ( condition-introduced ) block-of-loop continue = end-of-compound
| FOR REFGEN reference-topic ( remember condition-introduced ) block-of-loop continue = end-of-compound
| FOR ( remember condition-introduced ) block-of-loop continue = end-of-compound
| TRY block-of-loop CATCH ( @my-begin remember scalar @my-end ) block-of-loop finally = end-of-compound
| block continue
| PACKAGE BAREWORD BAREWORD { remember @package-block statements } = end-of-package
| simple ; = first
| DEFER block-of-loop
| YADA ;
| ; = nothing

format-body: FORMAT= remember ; FORMRBRACK format-lines ; FORMAT.
format-lines: nothing
| format-lines format-line
format-line: THING format-arguments
format-arguments: nothing
| FORMLBRACK statements FORMRBRACK

simple: ${MISTAKE} = nothing
| expr = void
| expr IF condition = modified
| expr UNLESS condition = modified
| expr WHILE condition = modified
| expr UNTIL tested = modified
| expr FOR condition = modified-list
| expr WHEN condition = modified
condition: expr = condition
else: nothing
| ELSE block-of-loop
| ELSIF ( condition-introduced ) block-of-loop else
continue: nothing
| CONTINUE block
finally:
| FINALLY block
introduce: = introduce
step: nothing
| simple
loop-test:
| expr = condition
tested: expr = condition
condition-introduced: expr = introduced
step-introduced: step = introduced
format-name: BAREWORD
| nothing
start-sub: = start-sub
start-anonymous: = start-sub
start-format: = start-sub
sub-name: BAREWORD = first
| PRIVATEREF = first
proto: nothing
| THING = first
attributes: nothing
| COLONATTR THING
| COLONATTR
my-attributes: COLONATTR THING
| COLONATTR

signature-name: = my-done
| PRIVATEREF = parameter-name
slurpy-sigil: @
| %
slurpy: slurpy-sigil signature-name signature-default = slurpy-parameter
signature-default: nothing = no-default
| ASSIGNOP = empty-default
| ASSIGNOP term = default
signature-scalar: $ signature-name signature-default = scalar-parameter
signature-element: signature-scalar = next-parameter
| slurpy = next-parameter
signature-list: signature-list ,
| signature-list , signature-element
| signature-element %LOW
optional-signature-list: nothing
| signature-list
optional-signature: nothing
| signature
signature: ( signature-inside )
signature-inside: @signature-begin optional-signature-list = signature-end
sub-end: sub-body
| ; = forward
sub-body: remember { statements } = end-of-block
signature-sub-end: signature-sub-body
| ; = forward
signature-sub-body: remember optional-signature { statements } = end-of-block

expr: expr ANDOP expr = logical
| expr OROP expr = logical
| listexpr %LOW = first
listexpr: listexpr , = list-comma
| listexpr , term = list-append
| term %LOW = first
list-operator: LSTOP indirect listexpr = call-with-object
| FUNC ( indirect expr ) = func-with-object
| term ARROW method ( optional-expr ) = method-call
| term ARROW method = method-call
| METHOD indirect optional-list = indirect-call
| FUNCMETH indirect ( optional-expr ) = indirect-call
| LSTOP optional-list = call-list
| FUNC ( optional-expr ) = call-func
| FUNC SUBLEXSTART optional-expr SUBLEXEND = interpolated
| LSTOPSUB start-anonymous block @end-of-sub optional-list %LSTOP = call-with-block
method: METHOD = first
| scalar = first
subscripted: glob-of-slot { expr ; } = element
| scalar [ expr ] = element
| term ARROW [ expr ] = arrow-element
| subscripted [ expr ] = arrow-element
| scalar { expr ; } = element
| term ARROW { expr ; } = arrow-element
| subscripted { expr ; } = arrow-element
| term ARROW ( ) = dereferenced-call
| term ARROW ( expr ) = dereferenced-call
| subscripted ( expr ) = dereferenced-call
| subscripted ( ) = dereferenced-call
| ( expr ) [ expr ] = list-slice
| QWLIST [ expr ] = list-slice
| ( ) [ expr ] = list-slice
binary: term ASSIGNOP term = assign
| term POWOP term = binary
| term MULOP term = binary
| term ADDOP term = binary
| term SHIFTOP term = binary
| relational %LOW = first
| equality %LOW = first
| term BITANDOP term = binary
| term BITOROP term = binary
| term DOTDOT term = binary
| term ANDAND term = logical
| term OROR term = logical
| term DORDOR term = logical
| term MATCHOP term = bind
relational: relation-chain %LOW = first
| term NCRELOP term = binary
| relational NCRELOP = not-associative
| relational CHRELOP = not-associative
relation-chain: term CHRELOP term = binary
| relation-chain CHRELOP term = binary
equality: equality-chain %LOW = first
| term NCEQOP term = binary
| equality NCEQOP = not-associative
| equality CHEQOP = not-associative
equality-chain: term CHEQOP term = binary
| equality-chain CHEQOP term = binary
unary: - term %UMINUS = unary
| + term %UMINUS = second
| ! term = unary
| ~ term = unary
| term POSTINC = postfix
| term POSTDEC = postfix
| term POSTJOIN = first
| PREINC term = prefix
| PREDEC term = prefix
anonymous: [ optional-expr ] = anonymous-array
| HASHBRACK optional-expr ; } %( = anonymous-hash
| ANONSUB start-anonymous proto attributes sub-body %( = anonymous-sub
| ANON_SIGSUB start-anonymous attributes signature-sub-body %( = anonymous-sub
do: DO term %UNIOP = do-file
| DO block %( = do-block
term: binary = first
| unary = first
| anonymous = first
| do = first
| term ? term : term = conditional
| REFGEN term = reference
| my %UNIOP = first
| LOCAL term %UNIOP = local
| ( expr ) = parenthesised
| QWLIST = qw
| ( ) = empty-list
| scalar %( = first
| star %( = first
| hash %( = first
| array %( = first
| array-length %( = first
| subscripted = first
| slice-of [ expr ] = slice
| pairs-of [ expr ] = slice
| slice-of { expr ; } = slice
| pairs-of { expr ; } = slice
| THING %( = first
| ampersand = call-bare
| ampersand ( ) = call-user
| ampersand ( expr ) = call-user
| NOAMP sub-name optional-list = call-user-list
| term ARROW $ * = dereference
| term ARROW @ * = dereference
| term ARROW % * = dereference
| term ARROW & * = dereference
| term ARROW * * %( = dereference
| LOOPEX = loop-control
| LOOPEX term = loop-control
| NOTOP listexpr = not
| UNIOP = call-unary
| UNIOP block = eval-block
| UNIOP term = call-unary
| REQUIRE = require
| REQUIRE term = require
| UNIOPSUB = call-prototyped
| UNIOPSUB term = call-prototyped
| FUNC0 = call-none
| FUNC0 ( ) = call-none
| FUNC0OP = first
| FUNC0OP ( ) = first
| FUNC0SUB = call-prototyped
| FUNC1 ( ) = call-unary-parens
| FUNC1 ( expr ) = call-unary-parens
| PMFUNC @pattern SUBLEXSTART listexpr optional-replacement SUBLEXEND = pattern
| BAREWORD = bareword
| list-operator = first
my: MY my-term my-attributes = my
| MY my-term = my
| MY REFGEN my-term my-attributes = my
| MY REFGEN term = my
my-term: ( expr ) = parenthesised
| ( ) = empty-list
| scalar %( = first
| hash %( = first
| array %( = first
optional-list: nothing %LOW = first
| listexpr %LOW = first
optional-expr: nothing = first
| expr = first
optional-replacement: nothing
| / expr
my-scalar: scalar = my-done
scalars: scalars ,
| scalars , scalar
| scalar %LOW
my-scalars: scalars = my-done
my-variable: scalar
| array
| hash
reference-topic: my-variable
| ampersand
my-reference: MY REFGEN
| REFGEN MY
ampersand: & indirect = variable
scalar: $ indirect = variable
array: @ indirect = variable
hash: % indirect = variable
array-length: DOLSHARP indirect = variable
| term ARROW DOLSHARP * = dereference
star: * indirect = variable
slice-of: array = first
| term ARROW @ = dereference
pairs-of: hash = first
| term ARROW % = dereference
glob-of-slot: star = first
| term ARROW * = dereference
indirect: BAREWORD = first
| scalar %LOW = indirect-scalar
| block = indirect-block
| PRIVATEREF = first
`;

const PUNCTUATION = /^(?:[^\w\s<]|[A-Z][A-Z_0-9]*[=.]?)$/;

/** Reads the rules; the actions in the middle become nonterminals that stand for nothing. */
function rules(): Rule[] {
  const found: Rule[] = [];
  const inner: Rule[] = [];
  let left = '';
  for (const line of RULES.split('\n')) {
    if (line === '') continue;
    const named = /^([\w-]+):(?: |$)/.exec(line);
    left = named?.[1] ?? left;
    const words = line
      .slice(named ? named[0].length : 2)
      .split(' ')
      .filter((word) => word !== '');
    const equals = words.indexOf('=');
    const action = equals < 0 ? 'other' : (words[equals + 1] ?? '');
    const body = equals < 0 ? words : words.slice(0, equals);
    const right = body.filter((word, i) => !isPrecedence(word, i, body));
    const precedence = body.find((word, i) => isPrecedence(word, i, body))?.slice(1);
    for (const word of right) {
      if (/^@./.test(word) && !inner.some((rule) => rule.left === word)) {
        inner.push({ left: word, right: [], precedence: null, action: word.slice(1) });
      }
    }
    const last = right.filter((word) => PUNCTUATION.test(word)).at(-1);
    found.push({ left, right, precedence: precedence ?? last ?? null, action });
  }
  return [...found, ...inner];
}

function isPrecedence(word: string, i: number, body: readonly string[]): boolean {
  return i === body.length - 1 && /^%./.test(word);
}

function precedence(): Map<string, Precedence> {
  const found = new Map<string, Precedence>();
  PRECEDENCE.trim()
    .split('\n')
    .forEach((line, level) => {
      const [kind, ...tokens] = line.split(' ');
      for (const token of tokens) found.set(token, { level, kind: kind as Precedence['kind'] });
    });
  return found;
}

export function perlGrammar(): Grammar {
  const all = rules();
  const terminals = new Set<string>([MISTAKE]);
  const lefts = new Set(all.map((rule) => rule.left));
  for (const { right } of all) for (const symbol of right) if (!lefts.has(symbol)) terminals.add(symbol);
  return { terminals: [...terminals], rules: all, precedence: precedence() };
}

/** Descriptions of operations as warnings show them (perl's opcode descriptions). */

export const binaryOpText: Readonly<Record<string, string>> = {
  '+': 'addition (+)',
  '-': 'subtraction (-)',
  '*': 'multiplication (*)',
  '/': 'division (/)',
  '%': 'modulus (%)',
  '**': 'exponentiation (**)',
  '.': 'concatenation (.) or string',
  x: 'repeat (x)',
  '==': 'numeric eq (==)',
  '!=': 'numeric ne (!=)',
  '<': 'numeric lt (<)',
  '>': 'numeric gt (>)',
  '<=': 'numeric le (<=)',
  '>=': 'numeric ge (>=)',
  '<=>': 'numeric comparison (<=>)',
  eq: 'string eq',
  ne: 'string ne',
  lt: 'string lt',
  gt: 'string gt',
  le: 'string le',
  ge: 'string ge',
  cmp: 'string comparison (cmp)',
  '&': 'bitwise and (&)',
  '|': 'bitwise or (|)',
  '^': 'bitwise xor (^)',
  '&.': 'string bitwise and (&.)',
  '|.': 'string bitwise or (|.)',
  '^.': 'string bitwise xor (^.)',
  '<<': 'left bitshift (<<)',
  '>>': 'right bitshift (>>)',
  isa: 'derived class test (isa)',
};

const functionTexts: Readonly<Record<string, string>> = {
  join: 'join or string',
  chomp: 'chomp',
  defined: 'defined operator',
  evalstr: 'eval "string"',
  ref: 'reference-type operator',
  bless: 'bless',
  lstat: 'lstat',
  dofile: 'do "file"',
  readline: '<HANDLE>',
  glob: 'glob',
  select: 'select system call',
  pos: 'match position',
  prototype: 'subroutine prototype',
  shift: 'shift',
  keys: 'keys',
  wantarray: 'wantarray',
  localtime: 'localtime',
  syscall: 'syscall',
  sysopen: 'sysopen',
  kill: 'kill',
  vec: 'vec',
};

export function functionOpText(name: string): string {
  return functionTexts[name] ?? name;
}

/** Under `use integer`, arithmetic says so. */
export function integerOpText(op: string): string {
  const text = binaryOpText[op] ?? op;
  return text.startsWith('numeric ') ? `integer ${text.slice(8)}` : `integer ${text}`;
}

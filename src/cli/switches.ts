/** perl's command line (perlrun). */

export interface Switches {
  /** -e and -E texts, in order */
  readonly code: string[];
  /** -E: all features */
  features: boolean;
  checkOnly: boolean;
  /** -w, -W, -X */
  warnings: boolean;
  forceWarnings: boolean | null;
  readonly include: string[];
  /** `use` and `no` statements of -M and -m */
  readonly modules: string[];
  /** -n or -p */
  loop: 'n' | 'p' | null;
  autosplit: boolean;
  /** -F */
  splitPattern: string | null;
  /** -l: the digits after it ('' : none given) */
  lineEnding: string | null;
  /** -0: the digits after it */
  inputSeparator: string | null;
  /** -s */
  parseArguments: boolean;
  /** -x */
  skipLeading: boolean;
  /** -T or -t */
  taint: string;
  version: boolean;
  /** -V:name patterns */
  readonly configuration: string[];
  help: boolean;
  /** --failed-get=-1 */
  failedGet: 'undef' | 'minusOne';
  /** --exact-attach: every shmread and shmwrite attaches and detaches, as perl's do */
  exactAttach: boolean;
  /** --system-modules */
  systemModules: boolean;
  /** --no-cache */
  cache: boolean;
  /** --kernel=memory */
  kernel: 'linux' | 'memory';
}

export function noSwitches(): Switches {
  return {
    code: [],
    features: false,
    checkOnly: false,
    warnings: false,
    forceWarnings: null,
    include: [],
    modules: [],
    loop: null,
    autosplit: false,
    splitPattern: null,
    lineEnding: null,
    inputSeparator: null,
    parseArguments: false,
    skipLeading: false,
    taint: '',
    version: false,
    configuration: [],
    help: false,
    failedGet: 'undef',
    systemModules: false,
    exactAttach: process.env['PERL_SYSV_EXACT_ATTACH'] === '1',
    cache: true,
    kernel: 'linux',
  };
}

/** A complaint about the command line; perl exits with 29 for an unknown switch, 2 otherwise. */
export class UsageError extends Error {
  readonly status: number;
  constructor(message: string, status = 2) {
    super(message);
    this.status = status;
  }
}

/** Read the switches at the front of `args`; what remains are the script and its arguments. */
export function parseSwitches(args: readonly string[], into: Switches): string[] {
  let i = 0;
  while (i < args.length) {
    const arg = args[i] as string;
    if (arg === '--') return args.slice(i + 1);
    if (!arg.startsWith('-') || arg === '-') break;
    i++;
    if (arg.startsWith('--')) longSwitch(arg, into);
    else i += cluster(arg.slice(1), args[i], into);
  }
  return args.slice(i);
}

/** Switches that perl does not have. */
function longSwitch(arg: string, into: Switches): void {
  if (arg === '--failed-get=-1') into.failedGet = 'minusOne';
  else if (arg === '--exact-attach') into.exactAttach = true;
  else if (arg === '--failed-get=undef') into.failedGet = 'undef';
  else if (arg === '--no-cache') into.cache = false;
  else if (arg === '--system-modules') {
    into.systemModules = true;
    into.cache = false;
  } else if (arg === '--kernel=memory') into.kernel = 'memory';
  else if (arg === '--kernel=linux') into.kernel = 'linux';
  else if (arg === '--help') into.help = true;
  else if (arg === '--version') into.version = true;
  else throw new UsageError(`Unrecognized switch: ${arg}  (-h will show valid options).\n`, 29);
}

/** One word of single-letter switches; the number of following words it used up. */
function cluster(letters: string, next: string | undefined, into: Switches): number {
  let rest = letters;
  while (rest !== '') {
    const letter = rest.charAt(0);
    rest = rest.slice(1);
    const taker = takers[letter];
    if (taker !== undefined) {
      if (rest !== '') return taker(rest, into, false) ?? 0;
      taker(next, into, true);
      return 1;
    }
    rest = flag(letter, rest, into);
  }
  return 0;
}

type Taker = (value: string | undefined, into: Switches, separate: boolean) => number | undefined;

/** Switches with a value, in the same word or the next. */
const takers: Readonly<Record<string, Taker>> = {
  e: (v, into) => code(v, into, 'e'),
  E: (v, into) => {
    into.features = true;
    return code(v, into, 'E');
  },
  I: (v, into) => {
    if (v === undefined) throw new UsageError('No directory specified for -I\n');
    into.include.push(v);
    return undefined;
  },
  M: (v, into, separate) => moduleSwitch(v, into, 'M', separate),
  m: (v, into, separate) => moduleSwitch(v, into, 'm', separate),
};

function code(v: string | undefined, into: Switches, letter: string): undefined {
  if (v === undefined) throw new UsageError(`No code specified for -${letter}.\n`);
  into.code.push(v);
}

/** -MFoo=a,b  -M-strict  -mFoo  -M'Foo qw(a)' */
function moduleSwitch(v: string | undefined, into: Switches, letter: 'M' | 'm', separate: boolean): undefined {
  if (v === undefined || v === '' || separate) throw new UsageError(`Missing argument to -${letter}\n`);
  const no = v.startsWith('-');
  const spec = no ? v.slice(1) : v;
  const verb = no ? 'no' : 'use';
  const at = spec.indexOf('=');
  if (at >= 0) into.modules.push(`${verb} ${spec.slice(0, at)} split(/,/,${quoted(spec.slice(at + 1))});`);
  else into.modules.push(`${verb} ${spec}${letter === 'm' ? ' ()' : ''};`);
}

/** A text as a Perl literal without interpolation. */
export function quoted(text: string): string {
  const delimiter = ['~', '!', '|', '^', '#', '\x01'].find((d) => !text.includes(d)) as string;
  return `q${delimiter}${text}${delimiter}`;
}

function flag(letter: string, rest: string, into: Switches): string {
  switch (letter) {
    case 'c':
      into.checkOnly = true;
      return rest;
    case 'w':
      into.warnings = true;
      return rest;
    case 'W':
    case 'X':
      into.forceWarnings = letter === 'W';
      return rest;
    case 'n':
    case 'p':
      if (into.loop !== 'p') into.loop = letter;
      return rest;
    case 'a':
      into.autosplit = true;
      into.loop ??= 'n';
      return rest;
    case 'F':
      into.splitPattern = rest;
      into.autosplit = true;
      into.loop ??= 'n';
      return '';
    case 'l':
      return digits(rest, /^[0-7]{0,3}/, (d) => (into.lineEnding = d));
    case '0':
      return digits(rest, /^(?:[xX][0-9a-fA-F]+|[0-7]{0,4})/, (d) => (into.inputSeparator = d));
    case 's':
      into.parseArguments = true;
      return rest;
    case 'x':
      into.skipLeading = true;
      return '';
    case 'v':
      into.version = true;
      return rest;
    case 'V':
      into.configuration.push(rest.replace(/^:/, ''));
      return '';
    case 'h':
    case '?':
      into.help = true;
      return rest;
    case 'i':
      throw new UsageError('In-place editing (-i) is not supported.\n');
    case 'd':
    case 'D':
      throw new UsageError(`Debugging (-${letter}) is not supported.\n`);
    case 'C':
      return rest.replace(/^(?:\d+|[A-Za-z]*)/, '');
    case '-':
    case ' ':
    case '\r':
      return rest;
    // nothing is ever tainted
    case 't':
    case 'T':
      into.taint = letter;
      return rest;
    // these change nothing here
    case 'S':
    case 'f':
    case 'u':
    case 'U':
      return rest;
    default:
      throw new UsageError(`Unrecognized switch: -${letter}${rest}  (-h will show valid options).\n`, 29);
  }
}
function digits(rest: string, pattern: RegExp, put: (digits: string) => void): string {
  const found = pattern.exec(rest)?.[0] ?? '';
  put(found);
  return rest.slice(found.length);
}

/** The switches of a `#!...perl -w` line (perlrun "#! and quoting"). */
export function shebangSwitches(line: string, script: string, into: Switches): void {
  const m = /^#!.*?perl\S*\s+(-.*)$/.exec(line);
  if (m === null) return;
  const { taint } = into;
  const words = (m[1] as string).trim().split(/\s+/);
  for (const word of words)
    if (word.startsWith('-') && word !== '-' && word !== '--') cluster(word.slice(1), undefined, into);
  // By now it is too late to begin with tainting.
  if (taint !== into.taint && taint === '') {
    const message = `"-${into.taint}" is on the #! line, it must also be used on the command line`;
    throw new UsageError(`${message} at ${script} line 1.\n`, 255);
  }
}

/** The C half of Compress::Raw::Zlib (perldoc Compress::Raw::Zlib), over the zlib inside Node. */
import type { PerlArray } from '../../../../runtime/array.js';
import { isWide } from '../../../../runtime/astral.js';
import { int, str, truthy } from '../../../../runtime/convert.js';
import { Scalar } from '../../../../runtime/scalar.js';
import { addressOf, Dual, LIST, type PerlValue, referentOf, ScalarRef, type Want } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { adler32, adler32Combine, crc32, crc32Combine } from './checksums.js';
import { Z, ZlibStream } from './zlib-stream.js';

const VERSION = '1.2.13';

const constants: Readonly<Record<string, number | string>> = {
  OS_CODE: 3,
  MAX_MEM_LEVEL: 9,
  MAX_WBITS: 15,
  DEF_WBITS: 15,
  ZLIB_VERSION: VERSION,
  Z_ASCII: 1,
  Z_BEST_COMPRESSION: 9,
  Z_BEST_SPEED: 1,
  Z_BINARY: 0,
  Z_BLOCK: 5,
  Z_BUF_ERROR: -5,
  Z_DATA_ERROR: -3,
  Z_DEFAULT_COMPRESSION: -1,
  Z_DEFAULT_STRATEGY: 0,
  Z_DEFLATED: 8,
  Z_ERRNO: -1,
  Z_FILTERED: 1,
  Z_FINISH: 4,
  Z_FIXED: 4,
  Z_FULL_FLUSH: 3,
  Z_HUFFMAN_ONLY: 2,
  Z_MEM_ERROR: -4,
  Z_NEED_DICT: 2,
  Z_NO_COMPRESSION: 0,
  Z_NO_FLUSH: 0,
  Z_NULL: 0,
  Z_OK: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_RLE: 3,
  Z_STREAM_END: 1,
  Z_STREAM_ERROR: -2,
  Z_SYNC_FLUSH: 2,
  Z_TREES: 6,
  Z_UNKNOWN: 2,
  Z_VERSION_ERROR: -6,
};

const messages: Readonly<Record<number, string>> = {
  2: 'need dictionary',
  1: 'stream end',
  0: '',
  [-1]: 'file error',
  [-2]: 'stream error',
  [-3]: 'data error',
  [-4]: 'insufficient memory',
  [-5]: 'buffer error',
  [-6]: 'incompatible version',
};
const statusOf = (code: number): PerlValue => new Dual(code, messages[code] ?? '');

const FLAG = { append: 1, crc: 2, adler: 4, consume: 8, limit: 16 } as const;

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A stream and what its object answers about it. */
class State {
  readonly stream: ZlibStream;
  flags: number;
  readonly bufferSize: number;
  readonly dictionary: Buffer;
  level = -1;
  strategy = 0;
  status = 0;
  crc = 0;
  adler = 1;
  totalIn = 0;
  totalOut = 0;
  constructor(stream: ZlibStream, flags: number, bufferSize: number, dictionary: Buffer) {
    this.stream = stream;
    this.flags = flags;
    this.bufferSize = bufferSize;
    this.dictionary = dictionary;
  }
  /** The checksums are of the data that is not compressed. */
  note(plain: Buffer): void {
    if (this.flags & FLAG.crc) this.crc = crc32(plain, this.crc);
    if (this.flags & FLAG.adler) this.adler = adler32(plain, this.adler);
  }
  reset(): void {
    this.stream.reset();
    Object.assign(this, { status: 0, crc: 0, adler: 1, totalIn: 0, totalOut: 0 });
  }
}

const states = new WeakMap<object, State>();

function stateOf(perl: Interp, args: PerlArray, cls: string): State {
  const referent = referentOf(args.get(0));
  const state = referent === null ? undefined : states.get(referent);
  return state ?? perl.die(`s is not of type Compress::Raw::Zlib::${cls}`);
}

/** The object, and in list context the status. */
function created(perl: Interp, cls: string, state: State, want: Want): PerlValue | PerlValue[] {
  const target = new Scalar(undefined);
  target.v = addressOf(target);
  target.blessed = perl.stash(`Compress::Raw::Zlib::${cls}`);
  states.set(target, state);
  const object = new ScalarRef(target);
  return want === LIST ? [object, statusOf(0)] : object;
}

/** An operand that may be a reference to the data. */
function inputOf(perl: Interp, args: PerlArray, i: number, name: string): Scalar {
  const v = args.get(i);
  const place = v instanceof ScalarRef ? v.target : args.at(i);
  if (referentOf(place.v) !== null) perl.die(`${name}: buffer parameter is not a SCALAR reference`);
  if (place.v !== undefined && isWide(str(place.v))) perl.die(`Wide character in ${name} input parameter`);
  return place;
}

function outputOf(perl: Interp, args: PerlArray, i: number, name: string): Scalar {
  const v = args.get(i);
  const place = v instanceof ScalarRef ? v.target : args.at(i);
  if (v !== undefined && referentOf(v) !== null && !(v instanceof ScalarRef))
    perl.die(`${name}: output buffer parameter not a SCALAR reference`);
  if (place.readonly) perl.die(`${name}: output buffer parameter is read-only`);
  if (place.v !== undefined && isWide(str(place.v))) perl.die(`Wide character in ${name} output parameter`);
  return place;
}

function put(state: State, place: Scalar, output: Buffer): void {
  const text = output.toString('latin1');
  place.v = state.flags & FLAG.append && place.v !== undefined ? str(place.v) + text : text;
}

const DEFLATE = 'Compress::Raw::Zlib::Deflate';
const INFLATE = 'Compress::Raw::Zlib::Inflate';

function written(state: State, place: Scalar, input: Buffer, flush: number): PerlValue {
  const { status, output } = state.stream.write(input, flush);
  state.totalIn += input.length;
  state.totalOut += output.length;
  state.status = status;
  put(state, place, output);
  return statusOf(status);
}

function deflate(perl: Interp, args: PerlArray): PerlValue {
  const state = stateOf(perl, args, 'deflateStream');
  const input = bytesOf(str(inputOf(perl, args, 1, `${DEFLATE}::deflate`).v ?? ''));
  state.note(input);
  return written(state, outputOf(perl, args, 2, `${DEFLATE}::deflate`), input, Z.NO_FLUSH);
}

function inflate(perl: Interp, args: PerlArray): PerlValue {
  const state = stateOf(perl, args, 'inflateStream');
  const source = inputOf(perl, args, 1, `${INFLATE}::inflate`);
  if (state.flags & FLAG.consume && source.readonly)
    perl.die(`${INFLATE}::inflate input parameter cannot be read-only`);
  const input = bytesOf(str(source.v ?? ''));
  const place = outputOf(perl, args, 2, `${INFLATE}::inflate`);
  const limited = (state.flags & FLAG.limit) !== 0;
  const { status, output, used } = state.stream.read(input, limited);
  state.totalIn += used;
  state.totalOut += output.length;
  state.note(output);
  // Nothing to work on is an error of the buffer; at the end of the file, so is a stream without its end.
  const atEnd = truthy(args.get(3)) && status === Z.OK;
  state.status = status === Z.OK && (atEnd || (input.length === 0 && output.length === 0)) ? Z.BUF_ERROR : status;
  if (
    state.status === Z.OK ||
    state.status === Z.STREAM_END ||
    state.status === Z.BUF_ERROR ||
    state.status === Z.DATA_ERROR
  ) {
    put(state, place, output);
    if (state.flags & (FLAG.consume | FLAG.limit)) source.v = input.subarray(used).toString('latin1');
  }
  return statusOf(state.status);
}

/** Methods that only tell something. */
const answers: Readonly<Record<string, (state: State) => PerlValue>> = {
  status: (s) => s.status,
  crc32: (s) => s.crc,
  adler32: (s) => s.adler,
  dict_adler: (s) => (s.dictionary.length > 0 ? adler32(s.dictionary) : 0),
  total_in: (s) => s.totalIn,
  total_out: (s) => s.totalOut,
  msg: (s) => (s.stream.message === '' ? undefined : s.stream.message),
  get_Bufsize: (s) => s.bufferSize,
  get_Level: (s) => s.level,
  get_Strategy: (s) => s.strategy,
  DESTROY: () => undefined,
  DispStream: () => undefined,
};

export function compressRawZlib(perl: Interp): void {
  const number = (args: PerlArray, i: number, otherwise = 0): number =>
    args.length > i && args.get(i) !== undefined ? Number(int(args.get(i), 'subroutine entry')) : otherwise;
  const define = (name: string, fn: (args: PerlArray, want: Want) => PerlValue | PerlValue[]): void =>
    void perl.define(`Compress::Raw::Zlib::${name}`, fn);
  for (const [name, value] of Object.entries(constants)) perl.define(`Compress::Raw::Zlib::${name}`, () => value, '');
  define('constant', (args) => [`${str(args.get(0))} is not a valid Zlib macro`, undefined]);
  define('zlib_version', () => VERSION);
  define('ZLIB_VERNUM', () => 0x12d0);
  define('zlibCompileFlags', () => 0xa9);
  define('is_zlib_native', () => 1);
  define('is_zlibng_native', () => '');
  define('is_zlibng_compat', () => '');
  define('is_zlibng', () => '');
  const data = (args: PerlArray, name: string): Buffer =>
    bytesOf(str(inputOf(perl, args, 0, `Compress::Raw::Zlib::${name}`).v ?? ''));
  define('crc32', (args) => crc32(data(args, 'crc32'), number(args, 1, 0)));
  define('adler32', (args) => adler32(data(args, 'adler32'), number(args, 1, 1)));
  define('crc32_combine', (args) => crc32Combine(number(args, 0), number(args, 1), number(args, 2)));
  define('adler32_combine', (args) => adler32Combine(number(args, 0), number(args, 1), number(args, 2)));

  define('_deflateInit', (args, want) => {
    const [flags = 0, level = -1, , windowBits = 15, memLevel = 9, strategy = 0, size = 4096] = [
      0, 1, 2, 3, 4, 5, 6,
    ].map((i) => number(args, i));
    const dictionary = bytesOf(str(args.get(7) ?? ''));
    const stream = new ZlibStream('deflate', { level, windowBits, memLevel, strategy, dictionary }, size);
    const state = new State(stream, flags, size, dictionary);
    Object.assign(state, { level, strategy });
    return created(perl, 'deflateStream', state, want);
  });
  define('_inflateInit', (args, want) => {
    const [flags = 0, windowBits = 15, size = 4096] = [0, 1, 2].map((i) => number(args, i));
    const dictionary = bytesOf(str(args.get(3) ?? ''));
    const stream = new ZlibStream('inflate', { windowBits, dictionary }, size);
    return created(perl, 'inflateStream', new State(stream, flags, size, dictionary), want);
  });
  define('_inflateScanInit', () => perl.die('Compress::Raw::Zlib::InflateScan is not supported'));

  for (const cls of ['deflateStream', 'inflateStream']) {
    for (const [name, answer] of Object.entries(answers))
      define(`${cls}::${name}`, (args) => answer(stateOf(perl, args, cls)));
    const [plain, packed] =
      cls === 'deflateStream' ? (['totalIn', 'totalOut'] as const) : (['totalOut', 'totalIn'] as const);
    define(`${cls}::uncompressedBytes`, (args) => stateOf(perl, args, cls)[plain]);
    define(`${cls}::compressedBytes`, (args) => stateOf(perl, args, cls)[packed]);
  }
  defineMethods(perl, define, number);
}

function defineMethods(
  perl: Interp,
  define: (name: string, fn: (args: PerlArray) => PerlValue | PerlValue[]) => void,
  number: (args: PerlArray, i: number, otherwise?: number) => number,
): void {
  define('deflateStream::deflate', (args) => deflate(perl, args));
  define('deflateStream::flush', (args) =>
    written(
      stateOf(perl, args, 'deflateStream'),
      outputOf(perl, args, 1, `${DEFLATE}::flush`),
      Buffer.alloc(0),
      number(args, 2, Z.FINISH),
    ),
  );
  define('deflateStream::_deflateParams', (args) => {
    const state = stateOf(perl, args, 'deflateStream');
    const flags = number(args, 1);
    if (flags & 1) state.level = number(args, 2);
    if (flags & 2) state.strategy = number(args, 3);
    state.stream.setParameters(state.level, state.strategy);
    return statusOf(0);
  });
  define('deflateStream::deflateTune', () => statusOf(0));
  define('inflateStream::inflate', (args) => inflate(perl, args));
  define('inflateStream::inflateSync', () => statusOf(Z.DATA_ERROR));
  define('inflateStream::inflateCount', (args) => stateOf(perl, args, 'inflateStream').totalOut);
  define('inflateStream::set_Append', (args) => {
    const state = stateOf(perl, args, 'inflateStream');
    const before = state.flags & FLAG.append ? 1 : 0;
    state.flags = truthy(args.get(1)) ? state.flags | FLAG.append : state.flags & ~FLAG.append;
    return before;
  });
  for (const cls of ['deflateStream', 'inflateStream'])
    define(`${cls}::${cls === 'deflateStream' ? 'deflateReset' : 'inflateReset'}`, (args) => {
      stateOf(perl, args, cls).reset();
      return statusOf(0);
    });
}

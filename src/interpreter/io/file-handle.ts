/**
 * A file handle: what the IO slot of a glob holds. It keeps characters read ahead and characters not yet written over
 * a stream, counts lines, and may also carry a directory (perldata, "Typeglobs and Filehandles").
 */
import { EBADF, EINTR } from '../../abi/linux-errno.js';
import type { IoSlot } from '../../runtime/glob.js';
import type { PerlValue } from '../../runtime/value.js';
import type { LastRead } from '../core/interp.js';
import { dispatchSignals } from '../process/signal-delivery.js';
import type { Page } from '../formats/page.js';
import type { DirectoryStream } from './directory-stream.js';
import { plainLayers } from './layers.js';
import type { Layers } from './layers.js';
import { releasePipe } from './forgotten-pipes.js';
import { perl } from './perl.js';
import { SEEK_CUR, SEEK_SET } from './stream.js';
import type { Stream } from './stream.js';
import { isTerminal } from './terminal.js';

/** Perl's buffer size: what reaches the descriptor at once. */
const BUFFER_SIZE = 8192;

/** Handles with characters not yet written, for flushing before fork and at the end. */
const unwritten = new Set<FileHandle>();
/** Handles with characters read ahead, for giving them back before fork and at the end. */
const readAhead = new Set<FileHandle>();

/** Handles with a process behind them: perl waits for it at the end. */
const openPipes = new Set<FileHandle>();

export class FileHandle implements IoSlot, LastRead {
  readonly io = true;
  /** for `<FH> line N`: name of the glob it was made in, nothing for ARGV */
  name = '__ANONIO__';
  /** null: closed or never opened */
  stream: Stream | null = null;
  reads = false;
  writes = false;
  /** has it ever been opened or closed (perldiag: "closed" against "unopened filehandle")? */
  known = false;
  /** $. */
  lines = 0;
  /** $| */
  autoflush = false;
  terminal = false;
  /** STDERR: nothing is kept back, whatever $| says */
  immediate = false;
  layers: Layers = plainLayers;
  private process = 0;
  socket = false;
  directory: DirectoryStream | null = null;
  /** what `write` knows of it */
  page: Page | null = null;
  /** a reference to the handle itself exists (*FH{IO}) */
  pinned = false;
  /** a lock, pipe or socket: others notice when it is closed */
  awaited = false;
  /** the object of a tied handle */
  tied: PerlValue = undefined;
  /** has a record been read since it was opened (an empty file gives one empty record to a slurp)? */
  sawRecord = false;
  /** errno of a write that failed since the handle was opened (close reports it) */
  failure = 0;
  private input = '';
  private at = 0;
  private output = '';
  private ended = false;

  attach(stream: Stream, reads: boolean, writes: boolean, layers: Layers): void {
    this.stream = stream;
    this.reads = reads;
    this.writes = writes;
    this.layers = layers;
    this.known = true;
    this.failure = 0;
    this.sawRecord = false;
    this.ended = false;
    this.pid = 0;
    this.socket = false;
    this.terminal = false;
    this.awaited = false;
  }

  /** Closed: neither reading nor writing is possible. */
  detach(): void {
    this.stream = null;
    this.reads = false;
    this.writes = false;
  }

  // ---- as the handle last read, in messages ------------------------------------------------------------------

  lineNumber(): number {
    return this.lines;
  }

  /** Records other than lines are chunks. */
  unit(): string {
    return perl().scalar('main::/').v === '\n' ? 'line' : 'chunk';
  }

  /** the process behind a pipe, or 0 */
  get pid(): number {
    return this.process;
  }

  set pid(pid: number) {
    this.process = pid;
    if (pid === 0) openPipes.delete(this);
    else openPipes.add(this);
  }

  get fd(): number {
    return this.stream === null ? -1 : this.stream.fd;
  }

  // ---- writing ----------------------------------------------------------------------------------------------

  /** Write bytes (already encoded). */
  put(bytes: string): boolean {
    const stream = this.stream;
    if (stream === null) return this.refuse(-EBADF);
    if (this.at < this.input.length) this.giveBack();
    const text = this.layers.crlf ? bytes.replaceAll('\n', '\r\n') : bytes;
    if (stream.unbuffered || this.immediate) return this.settle(stream.write(text));
    if (this.output === '') unwritten.add(this);
    this.output += text;
    if (this.autoflush) return this.flush();
    if (this.output.length >= BUFFER_SIZE) return this.drain(this.output.length - (this.output.length % BUFFER_SIZE));
    return this.terminal && text.includes('\n') ? this.flush() : true;
  }

  /** Write out everything kept back. */
  flush(): boolean {
    return this.output === '' || this.drain(this.output.length);
  }

  private drain(count: number): boolean {
    const text = this.output;
    this.output = text.slice(count);
    if (this.output === '') unwritten.delete(this);
    if (this.stream === null) return this.refuse(-EBADF);
    return this.settle(this.stream.write(count === text.length ? text : text.slice(0, count)));
  }

  private settle(result: number): boolean {
    return result >= 0 || this.refuse(result);
  }

  private refuse(negative: number): false {
    perl().errno = -negative;
    this.failure = -negative;
    return false;
  }

  /** Forget what has not been written (in a child that must not repeat it). */
  discard(): void {
    this.output = '';
    this.input = '';
    this.at = 0;
    unwritten.delete(this);
    readAhead.delete(this);
  }

  // ---- reading ----------------------------------------------------------------------------------------------

  /** Get more input: false at the end or on an error (then $! is set). Interrupted reads run handlers and go on. */
  private fill(size: number): boolean {
    const stream = this.stream;
    if (stream === null) return false;
    this.flush();
    if (unwritten.size > 0 && isTerminal(stream.fd)) flushTerminals();
    releasePipe(stream.fd);
    for (;;) {
      dispatchSignals();
      const got = stream.read(size);
      if (typeof got === 'string') return this.accept(got);
      perl().errno = -got;
      if (got === -EINTR) continue;
      this.failure = -got;
      return false;
    }
  }

  private accept(got: string): boolean {
    if (got === '') {
      this.ended = true;
      return false;
    }
    const text = this.layers.crlf ? this.withoutReturns(got) : got;
    if (this.at === this.input.length) {
      this.input = text;
      readAhead.add(this);
    } else this.input = this.input.slice(this.at) + text;
    this.at = 0;
    return true;
  }

  /** \r\n is \n; a \r at the end of a block waits for its \n */
  private withoutReturns(got: string): string {
    let text = got;
    if (text.endsWith('\r')) {
      const more = this.stream!.read(1);
      if (typeof more === 'string') text += more;
    }
    return text.replaceAll('\r\n', '\n');
  }

  /** Bytes up to and including the separator; undefined at the end. */
  readTo(separator: string): string | undefined {
    const i = this.input.indexOf(separator, this.at);
    if (i < 0) return this.readFurtherTo(separator);
    const from = this.at;
    this.at = i + separator.length;
    return this.input.slice(from, this.at);
  }

  private readFurtherTo(separator: string): string | undefined {
    let size = BUFFER_SIZE;
    for (;;) {
      const have = this.input.length - this.at;
      if (!this.fill(size)) return this.takeRest();
      const i = this.input.indexOf(separator, Math.max(0, have - separator.length + 1));
      if (i >= 0) {
        this.at = i + separator.length;
        return this.input.slice(0, this.at);
      }
      if (size < 1 << 20) size *= 2;
    }
  }

  private takeRest(): string | undefined {
    const rest = this.at === 0 ? this.input : this.input.slice(this.at);
    this.input = '';
    this.at = 0;
    readAhead.delete(this);
    return rest === '' ? undefined : rest;
  }

  /** $/ = '': skip empty lines, read to the end of a paragraph, swallow further empty lines. */
  readParagraph(): string | undefined {
    this.skipNewlines();
    const paragraph = this.readTo('\n\n');
    if (paragraph?.endsWith('\n\n')) this.skipNewlines();
    return paragraph;
  }

  private skipNewlines(): void {
    while (this.peek() === '\n') this.at++;
  }

  /** The next byte without consuming it; '' at the end. */
  peek(): string {
    if (this.at === this.input.length && !this.fill(BUFFER_SIZE)) return '';
    return this.input[this.at]!;
  }

  /** Everything that is left; undefined if that is nothing. */
  readAll(): string | undefined {
    const parts = [this.takeRest() ?? ''];
    let size = 65536;
    while (this.fill(size)) {
      parts.push(this.input);
      this.input = '';
      if (size < 1 << 22) size *= 2;
    }
    readAhead.delete(this);
    const all = parts.join('');
    return all === '' ? undefined : all;
  }

  /** Up to `count` bytes; '' at the end. */
  readBytes(count: number): string {
    while (this.input.length - this.at < count && this.fill(Math.max(BUFFER_SIZE, count)));
    const from = this.at;
    this.at = Math.min(this.input.length, from + count);
    return this.input.slice(from, this.at);
  }

  /** Put bytes back in front of what is to be read (ungetc). */
  unread(bytes: string): void {
    this.input = bytes + this.input.slice(this.at);
    this.at = 0;
    readAhead.add(this);
  }

  /** Is nothing left to read? */
  atEnd(): boolean {
    return this.peek() === '';
  }

  /** Was the last thing a read at the end of file (IO::Handle error and eof)? */
  get sawEnd(): boolean {
    return this.ended;
  }

  /** Is anything read ahead (a select would not see it)? */
  get pendingInput(): number {
    return this.input.length - this.at;
  }

  // ---- position ---------------------------------------------------------------------------------------------

  /** Move the descriptor back to where reading stands; characters of a pipe stay in memory. */
  giveBack(): void {
    const ahead = this.input.length - this.at;
    if (ahead > 0) {
      if (this.stream === null || this.layers.crlf || this.stream.seek(-ahead, SEEK_CUR) < 0) return;
    }
    this.input = '';
    this.at = 0;
    readAhead.delete(this);
  }

  tell(): number {
    if (this.stream === null) return -EBADF;
    const position = this.stream.seek(0, SEEK_CUR);
    return position < 0 ? position : position - (this.input.length - this.at) + this.output.length;
  }

  seek(offset: number, whence: number): number {
    if (this.stream === null) return -EBADF;
    if (!this.flush()) return -this.failure;
    const target = whence === SEEK_CUR ? offset - (this.input.length - this.at) : offset;
    const result = this.stream.seek(target, whence);
    if (result < 0) return result;
    this.input = '';
    this.at = 0;
    this.ended = false;
    readAhead.delete(this);
    return result;
  }

  rewind(): number {
    return this.seek(0, SEEK_SET);
  }

  // ---- closing ----------------------------------------------------------------------------------------------

  /** Flush and close the stream: 0 or -errno. Waiting for a process is the caller's. */
  closeStream(): number {
    const stream = this.stream;
    if (stream === null) return -EBADF;
    const flushed = this.flush();
    this.giveBack();
    this.discard();
    this.detach();
    const closed = stream.close();
    if (!flushed) return -this.failure;
    return closed < 0 ? closed : -this.failure;
  }
}

/** Before fork, exec and system: write everything out, and move files back to where reading stands. */
export function flushAll(): void {
  for (const handle of [...unwritten]) handle.flush();
  for (const handle of [...readAhead]) handle.giveBack();
}

/** The handles with a process behind them. */
export function pipesOpen(): FileHandle[] {
  return [...openPipes];
}

/**
 * Write out what handles in lexical variables keep back. Perl closes those when their variable goes away; here they may
 * linger, so they are flushed wherever somebody could look at the file.
 */
export function flushLexicals(): void {
  if (unwritten.size === 0) return;
  for (const handle of [...unwritten]) if (/^[$_]/.test(handle.name)) handle.flush();
}

/** Before reading from a terminal: questions must be on the screen. */
function flushTerminals(): void {
  for (const handle of [...unwritten]) if (handle.terminal) handle.flush();
}

/** open (perlfunc open, perlopentut): from its operands to a stream in a handle. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { O_APPEND, O_CLOEXEC } from '../../abi/linux-files.js';
import { EINVAL, EPIPE } from '../../abi/linux-errno.js';
import { cString } from '../../libc/c-string.js';
import { sys } from '../../libc/results.js';
import { str } from '../../runtime/convert.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { ScalarRef } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { openCommand } from '../process/pipe-open.js';
import { interruptible, dispatchSignals } from '../process/signal-delivery.js';
import { closeImplicitly, adopt } from './adopt.js';
import { DescriptorStream } from './descriptor-stream.js';
import { openDuplicate } from './duplicate.js';
import { flushLexicals } from './file-handle.js';
import { withDescriptor } from './forgotten.js';
import { makeHandle } from './handles.js';
import { applyLayers, plainLayers } from './layers.js';
import type { Layers } from './layers.js';
import { negativeErrno, pathBytes } from './node-errno.js';
import { parseMode, parseSpecification } from './open-mode.js';
import type { OpenMode } from './open-mode.js';
import { fail, perl } from './perl.js';
import { ScalarStream } from './scalar-stream.js';
import type { Stream } from './stream.js';

/** Open with two operands: mode and name in one text. */
export function openFile(glob: PerlGlob, specification: string): PerlValue {
  const { mode, name } = parseSpecification(specification);
  if (name === '' && mode.kind !== 'file') return emptyCommand(mode);
  if (mode.kind === 'file' && name === '-') return openStandard(glob, mode);
  const result = openAs(glob, mode, [name]);
  if (result === undefined && mode.kind === 'file' && specification.endsWith('\n')) {
    perl().warn('newline', 'Unsuccessful open on filename containing newline');
  }
  return result;
}

function emptyCommand(mode: OpenMode): undefined {
  if (mode.kind.startsWith('pipe')) perl().warn('pipe', 'Missing command in piped open');
  return fail(mode.kind.startsWith('pipe') ? -EPIPE : -EINVAL);
}

/** Open with three or more operands. */
export function openWithMode(glob: PerlGlob, modeText: string, operands: PerlValue[]): PerlValue {
  const mode = parseMode(modeText);
  if (mode === null) perl().die(`Unknown open() mode '${modeText}'`);
  return openAs(glob, mode!, operands);
}

/** '-' and '>-': standard input and output themselves. */
function openStandard(glob: PerlGlob, mode: OpenMode): PerlValue {
  return openAs(glob, { ...mode, kind: 'alias' }, [mode.writes ? 'STDOUT' : 'STDIN']);
}

function openAs(glob: PerlGlob, mode: OpenMode, operands: PerlValue[]): PerlValue {
  const handle = makeHandle(glob);
  const kept = closeImplicitly(handle);
  const layers = layersFor(mode);
  if (layers === null) return undefined;
  if (mode.kind === 'pipeFrom' || mode.kind === 'pipeTo') return openCommand(glob, kept, mode, operands, layers);
  const stream = withDescriptor(() => streamFor(mode, operands[0]));
  if (typeof stream === 'number') {
    handle.known = true;
    return fail(stream);
  }
  adopt(glob, kept, stream, mode, layers);
  return 1;
}

function layersFor(mode: OpenMode): Layers | null {
  return mode.layers === '' ? plainLayers : applyLayers(plainLayers, mode.layers);
}

function streamFor(mode: OpenMode, operand: PerlValue): Stream | number {
  flushLexicals();
  if (mode.kind === 'dup' || mode.kind === 'alias') return openDuplicate(operand, mode.kind === 'alias');
  if (operand === undefined) return mode.writes && mode.reads ? temporaryFile() : openPath('', mode.flags, 0o666);
  if (operand instanceof ScalarRef && !operand.target.blessed) {
    if (mode.writes && !mode.append && !mode.reads) operand.target.v = '';
    else if (mode.writes && operand.target.v === undefined) operand.target.v = '';
    return new ScalarStream(operand.target, mode.append);
  }
  return openPath(str(operand, 'open'), mode.flags, 0o666);
}

/** open(2): a stream or -errno. Interruptible once the program handles signals (opening a FIFO waits). */
export function openPath(name: string, flags: number, permissions: number): Stream | number {
  if (interruptible()) {
    const fd = sys.open(cString(latin1(name)), flags | O_CLOEXEC, permissions);
    if (fd < 0) dispatchSignals();
    return fd < 0 ? fd : new DescriptorStream(fd, (flags & O_APPEND) !== 0);
  }
  try {
    return new DescriptorStream(fs.openSync(pathBytes(name), flags, permissions), (flags & O_APPEND) !== 0);
  } catch (e) {
    return negativeErrno(e);
  }
}

function latin1(name: string): string {
  const bytes = pathBytes(name);
  return typeof bytes === 'string' ? bytes : bytes.toString('latin1');
}

/** open($fh, '+>', undef): a file without a name. */
function temporaryFile(): Stream | number {
  const name = path.join(os.tmpdir(), `PerlIO_${process.pid}_${Math.random().toString(36).slice(2)}`);
  try {
    const fd = fs.openSync(name, 'wx+', 0o600);
    fs.unlinkSync(name);
    return new DescriptorStream(fd);
  } catch (e) {
    return negativeErrno(e);
  }
}

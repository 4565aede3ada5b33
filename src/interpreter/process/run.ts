/** system, exec and backticks (perlfunc). */
import { SIGINT, SIGQUIT } from '../../abi/linux-signals.js';
import { exec as execProgram } from '../../libc/exec.js';
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { sharedStructs } from '../../abi/struct-layouts.js';
import { DescriptorStream } from '../io/descriptor-stream.js';
import { FileHandle, flushAll } from '../io/file-handle.js';
import { withDescriptor } from '../io/forgotten.js';
import { plainLayers } from '../io/layers.js';
import { fail, perl } from '../io/perl.js';
import { readRecords } from '../io/read-line.js';
import { childStatus, setChildStatus } from './child-status.js';
import { finishPipe, waitFor } from './children.js';
import { listProgram, parseCommand } from './command.js';
import type { Command } from './command.js';
import { prepareProcess } from './prepare.js';
import { cannotExec, start } from './start.js';
import { dup2, pipe } from './system-calls.js';

/** `program` is the indirect object of `system { program } @list`; its list never meets a shell. */
function commandOf(op: Op, list: PerlValue[], program: PerlValue): Command {
  const texts = list.map((v) => str(v, op));
  if (program !== undefined) return { program: listProgram(texts, str(program, op)), joinErrors: false };
  return texts.length === 1 ? parseCommand(texts[0]!) : { program: listProgram(texts), joinErrors: false };
}

export function system(op: Op, list: PerlValue[], program?: PerlValue): PerlValue {
  const pid = start(commandOf(op, list, program));
  if (pid < 0) {
    setChildStatus(-1);
    return -1;
  }
  const restore = ignoreInterrupts();
  try {
    waitFor(pid, 0);
  } finally {
    restore();
  }
  return childStatus();
}

/** SIGINT and SIGQUIT are the command's while it runs. */
function ignoreInterrupts(): () => void {
  const { size, fields } = sharedStructs.sigaction;
  const ignore = new DataView(new ArrayBuffer(size));
  ignore.setBigUint64(fields.sa_handler.offset, 1n, true);
  const before = [SIGINT, SIGQUIT].map((signal) => {
    const old = new Uint8Array(size);
    sys.sigaction(signal, ignore, old);
    return [signal, old] as const;
  });
  return () => {
    for (const [signal, old] of before) sys.sigaction(signal, old, null);
  };
}

/** exec answers only if it failed. */
export function exec(op: Op, list: PerlValue[], program?: PerlValue): PerlValue {
  prepareProcess();
  const { program: found, joinErrors } = commandOf(op, list, program);
  flushAll();
  if (joinErrors) dup2(1, 2);
  const result = execProgram(found);
  cannotExec(found, -result);
  fail(result);
  return 0;
}

/** `command` and qx: what the command prints, as one text or by lines. */
export function backticks(op: Op, want: Want, command: PerlValue): PerlValue | PerlValue[] {
  const ends = withDescriptor(pipe);
  if (typeof ends === 'number') return failed(ends, want);
  const pid = start(parseCommand(str(command, op)), [{ do: 'dup2', from: ends[1], to: 1 }]);
  new DescriptorStream(ends[1]).close();
  const handle = new FileHandle();
  handle.attach(new DescriptorStream(ends[0]), true, false, plainLayers);
  if (pid < 0) {
    handle.closeStream();
    return failed(-perl().errno, want);
  }
  handle.pid = pid;
  const { lastRead } = perl();
  const output = want === LIST ? readRecords(handle) : wholeOutput(handle);
  perl().lastRead = lastRead;
  handle.closeStream();
  finishPipe(handle, pid);
  return output;
}

function wholeOutput(handle: FileHandle): string {
  const bytes = handle.readAll() ?? '';
  return handle.layers.encoding === null ? bytes : handle.layers.encoding.decode(bytes);
}

function failed(negativeErrno: number, want: Want): PerlValue | PerlValue[] {
  setChildStatus(-1);
  fail(negativeErrno);
  return want === LIST ? [] : undefined;
}

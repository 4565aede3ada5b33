/** open with a pipe: `-|` and `|-`, of a command or of a fork of this program (perlipc, "Safe Pipe Opens"). */
import { EPIPE } from '../../abi/linux-errno.js';
import { str } from '../../runtime/convert.js';
import type { PerlGlob } from '../../runtime/glob.js';
import type { PerlValue } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import { adopt } from '../io/adopt.js';
import { DescriptorStream } from '../io/descriptor-stream.js';
import { rememberPipe, withDescriptor } from '../io/forgotten.js';
import { makeHandle } from '../io/handles.js';
import type { Layers } from '../io/layers.js';
import type { OpenMode } from '../io/open-mode.js';
import { fail } from '../io/perl.js';
import { standardHandle } from '../io/standard-handles.js';
import type { Stream } from '../io/stream.js';
import { listProgram, parseCommand } from './command.js';
import type { Command } from './command.js';
import { fork } from './fork.js';
import { start } from './start.js';
import { dup2, pipe } from './system-calls.js';

export function openCommand(
  glob: PerlGlob,
  kept: Stream | null,
  mode: OpenMode,
  operands: PerlValue[],
  layers: Layers,
): PerlValue {
  const texts = operands.map((v) => str(v, 'open'));
  if (texts.length === 1 && texts[0]!.trim() === '') {
    interp().warn('pipe', 'Missing command in piped open');
    return fail(-EPIPE);
  }
  const ends = withDescriptor(pipe);
  rememberPipe();
  if (typeof ends === 'number') return fail(ends);
  const [mine, theirs] = mode.reads ? ends : [ends[1], ends[0]];
  const standard = mode.reads ? 1 : 0;
  const pid = texts.length === 1 && texts[0] === '-' ? forkOn(theirs, mine, standard) : run(texts, theirs, standard);
  if (pid === 0) return 0;
  new DescriptorStream(theirs).close();
  if (pid < 0) {
    new DescriptorStream(mine).close();
    makeHandle(glob).known = true;
    return undefined;
  }
  adopt(glob, kept, new DescriptorStream(mine), mode, layers);
  makeHandle(glob).pid = pid;
  return pid;
}

function run(texts: string[], theirs: number, standard: number): number {
  const command: Command =
    texts.length === 1 ? parseCommand(texts[0]!) : { program: listProgram(texts), joinErrors: false };
  return start(command, [{ do: 'dup2', from: theirs, to: standard }]);
}

/** The command is `-`: this program itself goes on in a child, with its standard input or output on the pipe. */
function forkOn(theirs: number, mine: number, standard: number): number {
  const pid = fork();
  if (pid === undefined) return -1;
  if (pid === 0) {
    new DescriptorStream(mine).close();
    dup2(theirs, standard);
    if (theirs !== standard) new DescriptorStream(theirs).close();
    standardHandle(standard);
  }
  return pid;
}

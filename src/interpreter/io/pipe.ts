/** pipe (perlfunc): two handles, one of which reads what the other writes. */
import type { Op } from '../../runtime/active.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import { pipe } from '../process/system-calls.js';
import { adopt, closeImplicitly } from './adopt.js';
import { DescriptorStream } from './descriptor-stream.js';
import { rememberPipe, withDescriptor } from './forgotten.js';
import { makeHandle } from './handles.js';
import { plainLayers } from './layers.js';
import { vivifiedGlob } from './open-function.js';
import { fail } from './perl.js';

export function makePipe(op: Op, reader: Scalar | PerlValue, writer: Scalar | PerlValue): PerlValue {
  const [readGlob, writeGlob] = [vivifiedGlob(op, reader, 0), vivifiedGlob(op, writer, 1)];
  const keptReader = closeImplicitly(makeHandle(readGlob));
  const keptWriter = closeImplicitly(makeHandle(writeGlob));
  const ends = withDescriptor(pipe);
  rememberPipe();
  if (typeof ends === 'number') return fail(ends);
  adopt(readGlob, keptReader, new DescriptorStream(ends[0]), { reads: true, writes: false }, plainLayers);
  adopt(writeGlob, keptWriter, new DescriptorStream(ends[1]), { reads: false, writes: true }, plainLayers);
  return 1;
}

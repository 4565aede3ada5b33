/** What the interpreter's core asks of file handles. */
import { str } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { LIST, type PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { handleOf, makeHandle } from './handles.js';
import { plainLayers } from './layers.js';
import { readline } from './read-line.js';
import { ScalarStream } from './scalar-stream.js';

export function installHandleHooks(perl: Interp): void {
  perl.tieHandle = (glob, object) => {
    makeHandle(glob).tied = object;
  };
  perl.untieHandle = (glob) => {
    makeHandle(glob).tied = undefined;
  };
  perl.setData = (pkg, text) => {
    makeHandle(perl.glob(`${pkg}::DATA`)).attach(new ScalarStream(new Scalar(text), false), true, false, plainLayers);
  };
  perl.slurp = (v: PerlValue): string => {
    if (handleOf(v) === null) return '';
    return (readline(v, LIST, 'readline') as PerlValue[]).map((line) => str(line)).join('');
  };
}

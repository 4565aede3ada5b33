/** What the interpreter's core asks of file handles. */
import { str } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import { LIST, type PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { installForgottenHandles } from './forgotten.js';
import { handleOf, makeHandle } from './handles.js';
import { layerNames, plainLayers } from './layers.js';
import { connectSignals } from '../process/prepare.js';
import { readline } from './read-line.js';
import { ScalarStream } from './scalar-stream.js';
import { installHandleTies } from './tied-handle.js';

export function installHandleHooks(perl: Interp): void {
  installHandleTies(perl);
  installForgottenHandles();
  connectSignals(perl);
  perl.define('PerlIO::get_layers', (args) => layersOf(args.get(0)), '*;@');
  perl.setData = (pkg, text) => {
    makeHandle(perl.glob(`${pkg}::DATA`)).attach(new ScalarStream(new Scalar(text), false), true, false, plainLayers);
  };
  perl.slurp = (v: PerlValue): string => {
    if (handleOf(v) === null) return '';
    return (readline(v, LIST, 'readline') as PerlValue[]).map((line) => str(line)).join('');
  };
}

/** PerlIO::get_layers(FH) */
function layersOf(v: PerlValue): PerlValue[] {
  const handle = handleOf(v);
  return handle?.stream ? layerNames(handle.layers) : [];
}

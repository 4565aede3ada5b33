/** The DATA handle: what follows __END__ or __DATA__ in a source file (perldata). */
import type { PerlGlob } from '../../runtime/glob.js';
import { Scalar } from '../../runtime/scalar.js';
import { makeHandle } from './handles.js';
import { laxUtf8 } from './encoding.js';
import { plainLayers } from './layers.js';
import { ScalarStream } from './scalar-stream.js';

/** Open a glob for reading a text; `utf8`: the file was read under `use utf8`. */
export function openText(glob: PerlGlob, text: string, utf8 = false): void {
  const layers = utf8 ? { ...plainLayers, encoding: laxUtf8 } : plainLayers;
  makeHandle(glob).attach(new ScalarStream(new Scalar(text), false), true, false, layers);
}

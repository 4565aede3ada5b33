/** The rows of formats. They come late (functions/table.ts): few programs have formats. */
import type { PerlValue } from '../../runtime/value.js';
import type { CoreFunction } from '../functions/core-function.js';
import { formline } from './formline.js';
import { write } from './write.js';

export const formatRows = {
  /** called in a way of its own: its list is a function */
  formline: { operands: 'sl', returns: 's', fn: formline },
  write: { operands: '?f', returns: 's', fn: (_op, ...handle: PerlValue[]) => write(...handle) },
} satisfies Record<string, CoreFunction>;

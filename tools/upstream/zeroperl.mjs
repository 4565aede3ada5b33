// The command that runs perl in WebAssembly (test/zeroperl).
import { join } from 'node:path';

/** Without the optimizing compiler, which would work for seconds at each start. */
export const zeroPerl = (root) => [
  process.execPath,
  '--no-warnings',
  '--liftoff-only',
  join(root, 'test/zeroperl/run.mjs'),
  join(root, 'dist'),
];

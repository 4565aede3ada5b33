/** Everything this folder and ../process give an interpreter at its start. */
import type { Interp } from '../core/interp.js';
import { installProcessVariables } from '../process/environment-scalars.js';
import { connectSignals } from '../process/prepare.js';
import { openStandardHandles } from './standard-handles.js';
import { installHandleTies } from './tied-handle.js';
import { installIoVariables } from './variables.js';

export function installIo(perl: Interp, scriptName: string): void {
  openStandardHandles(perl);
  installIoVariables(perl);
  installProcessVariables(perl, scriptName);
  installHandleTies(perl);
  connectSignals(perl);
}

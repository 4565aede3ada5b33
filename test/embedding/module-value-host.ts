import { type Value, ValueHost } from '../../src/hosts/value-host.js';
import type { ModuleHost } from '../../src/ipc-sysv/module-host.js';
import type { Integer } from '../../src/runtime/host.js';

/** The example host with what IPC::SysV needs more. It has no objects, no UTF-8 flag and no magic. */
export class ModuleValueHost extends ValueHost implements ModuleHost<Value> {
  isDefined({ value }: Value): boolean {
    return value !== undefined;
  }
  integerIn({ value }: Value): Integer | undefined {
    return Number.isSafeInteger(value) ? (value as number) : undefined;
  }
  stringIn({ value }: Value): string | undefined {
    return typeof value === 'string' ? value : undefined;
  }
  toInternalBytes(scalar: Value, op: string): string {
    return this.toBytes(scalar, op) ?? '';
  }
  storeInternalBytes(scalar: Value, bytes: Uint8Array): void {
    this.storeBytes(scalar, bytes);
  }
  isObjectOf(): boolean {
    return false;
  }
  elementOf(): undefined {
    return undefined;
  }
  setElementOf(): void {}
}

/** The device of the glue under node:wasi: a file descriptor that only we know, in front of WASI's own functions. */
import type { Bridge } from './bridge.js';
import { DEVICE } from './guest-library.js';
import { LOW_BYTE_FIRST } from './request.js';

export type WasiFunction = (...operands: (number | bigint)[]) => number;
export type WasiImport = Record<string, WasiFunction>;

/** Far from those that WASI gives out, but small: perl keeps a table of that size. */
const DESCRIPTOR = 250;
const SUCCESS = 0;
const EINVAL_OF_WASI = 28;
const CHARACTER_DEVICE = 2;
const FDSTAT_SIZE = 24;
const FILESTAT_SIZE = 64;

/**
 * The functions of node:wasi, safe to call from JavaScript and in one process again and again. Node 20 and 22 let V8 call them
 * directly ("fast API calls") with a memory that only WebAssembly passes: a caller compiled from JavaScript passes garbage, which
 * is written to, and the process crashes sooner or later. A proxy is never called that way.
 */
export function withoutFastCalls(wasi: WasiImport): WasiImport {
  const safe = (original: WasiFunction): WasiFunction => {
    const call = new Proxy(original, {});
    return (...operands) => call(...operands);
  };
  return Object.fromEntries(Object.entries(wasi).map(([name, original]) => [name, safe(original)]));
}

/**
 * The WASI functions, with the device in place. `memory` is asked for at each call: it moves when it grows. `opened` is told
 * when the glue opens the device.
 */
export function withDevice(
  wasi: WasiImport,
  bridge: Bridge,
  memory: () => ArrayBuffer,
  opened: () => void,
): WasiImport {
  const own: Record<string, (...operands: number[]) => number> = {
    fd_write: (_fd, vectors = 0, count = 0, written = 0) => {
      const view = new DataView(memory());
      let total = 0;
      for (let vector = vectors; vector < vectors + count * 8; vector += 8) {
        const length = view.getUint32(vector + 4, LOW_BYTE_FIRST);
        if (length > 0) bridge.answer(memory(), view.getUint32(vector, LOW_BYTE_FIRST));
        total += length;
      }
      view.setUint32(written, total, LOW_BYTE_FIRST);
      return SUCCESS;
    },
    fd_fdstat_get: (_fd, into = 0) => describe(memory(), into, FDSTAT_SIZE, 0),
    fd_filestat_get: (_fd, into = 0) => describe(memory(), into, FILESTAT_SIZE, 16),
    fd_close: () => SUCCESS,
    fd_fdstat_set_flags: () => SUCCESS,
  };
  const guarded = Object.entries(wasi).map(([name, original]) => {
    const ours = own[name] ?? (() => EINVAL_OF_WASI);
    const call = original as (...operands: unknown[]) => number;
    if (!name.startsWith('fd_')) return [name, original];
    return [name, (...operands: number[]) => (operands[0] === DESCRIPTOR ? ours(...operands) : call(...operands))];
  });
  return { ...Object.fromEntries(guarded), path_open: opening(wasi['path_open'], memory, opened) } as WasiImport;
}

/** struct fdstat or struct filestat of a character device with all rights. */
function describe(memory: ArrayBuffer, into: number, size: number, typeAt: number): number {
  const bytes = new Uint8Array(memory, into, size).fill(0);
  bytes[typeAt] = CHARACTER_DEVICE;
  if (size === FDSTAT_SIZE) bytes.fill(0xff, 8);
  return SUCCESS;
}

/** path_open(fd, dirflags, path, length, oflags, rights, inheriting, fdflags, opened). */
function opening(original: WasiFunction | undefined, memory: () => ArrayBuffer, opened: () => void) {
  return (...operands: readonly (number | bigint)[]): number => {
    const [path = 0, length = 0] = operands.slice(2, 4).map(Number);
    const name = Buffer.from(memory(), path, length).toString('latin1');
    if (!DEVICE.endsWith(`/${name}`)) return (original as (...operands: unknown[]) => number)(...operands);
    opened();
    new DataView(memory()).setUint32(Number(operands[8]), DESCRIPTOR, LOW_BYTE_FIRST);
    return SUCCESS;
  };
}

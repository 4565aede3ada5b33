import { eventLoopPatience, type Patience } from '../../builtins/patience.js';
import { Bridge, type BridgeOptions } from './bridge.js';
import { DEVICE, guestFiles } from './guest-library.js';

/** What is used of an instance of `@6over3/zeroperl-ts`. */
export interface ZeroPerlInstance {
  /** Runs Perl code. */
  eval(code: string): Promise<{ readonly success: boolean; readonly error?: string }>;
  /** Gives the guest a sub of that name. */
  registerFunction(name: string, call: (...args: never[]) => Promise<void>): void;
}

/** What is used of its MemoryFileSystem. */
export interface GuestFileSystem {
  /** Adds a file that the guest can read. */
  addFile(path: string, content: Uint8Array): void;
  /** Adds anything else, here a device. */
  setNode(path: string, node: unknown): void;
}

/** The package `@6over3/zeroperl-ts`: `import * as zeroperl from '@6over3/zeroperl-ts'`. */
export interface ZeroPerlModule<P extends ZeroPerlInstance, F extends GuestFileSystem, O> {
  /** The interpreter. */
  readonly ZeroPerl: { create(options: O): Promise<P> };
  /** Its files. */
  readonly MemoryFileSystem: new (preopens?: {
    [guestPath: string]: string;
  }) => F;
}

/** The options of `createZeroPerl`, besides those of ZeroPerl.create itself, which may stand beside them. */
export interface ZeroPerlSysVOptions extends BridgeOptions {
  /** How calls wait, if `wait` is set. */
  readonly patience?: Patience;
  /** `$!`, `%!` and Errno speak in the kernel's numbers instead of WASI's. */
  readonly linuxErrno?: boolean;
}

/** A perl that has System V IPC. */
export interface ZeroPerlWithSysV<P> {
  /** What ZeroPerl.create answers. */
  readonly perl: P;
  /** Removes the objects that the guest has made: zeroperl's `eval` never runs END blocks. */
  removeObjects(): void;
}

/** Real perl in WebAssembly, with the eleven builtins, IPC::SysV, IPC::SharedMem, IPC::Semaphore and IPC::Msg. */
export async function createZeroPerl<P extends ZeroPerlInstance, F extends GuestFileSystem, O extends object>(
  { ZeroPerl, MemoryFileSystem }: ZeroPerlModule<P, F, O>,
  options: ZeroPerlSysVOptions & NoInfer<O> & { readonly fileSystem?: F } = {} as NoInfer<O>,
): Promise<ZeroPerlWithSysV<P>> {
  const fileSystem = options.fileSystem ?? new MemoryFileSystem({ '/': '' });
  const bridge = new Bridge(options);
  addDevice(fileSystem, bridge);
  const perl = await ZeroPerl.create({ ...options, fileSystem });
  if (options.wait) provideWaiting(perl, options.patience ?? eventLoopPatience());
  await install(perl, options);
  return { perl, removeObjects: () => bridge.removeObjects() };
}

/** The modules, and the device that carries requests: the arrays written to it are views of the guest's memory. */
function addDevice(fileSystem: GuestFileSystem, bridge: Bridge): void {
  for (const [name, content] of guestFiles()) fileSystem.addFile(`${FOLDER}/${name}`, content);
  const entry = {
    writev(arrays: readonly Uint8Array[]): number {
      let written = 0;
      for (const { buffer, byteOffset, length } of arrays) {
        if (length > 0) bridge.answer(buffer as ArrayBuffer, byteOffset);
        written += length;
      }
      return written;
    },
    readv: () => 0,
    close: () => {},
  };
  fileSystem.setNode(DEVICE, { type: 'character', kind: 'stdio', entry });
}

const FOLDER = '/lib/perl-sysv-ipc';
const PAUSE = 'sysv_guest_pause';

/** The guest's stack is put aside while the promise is pending. */
function provideWaiting(perl: ZeroPerlInstance, { pause }: Patience): void {
  perl.registerFunction(PAUSE, async (attempt?: { toInt(): number }) => pause(attempt?.toInt() ?? 1));
}

async function install(perl: ZeroPerlInstance, { wait, linuxErrno }: ZeroPerlSysVOptions): Promise<void> {
  const waiting = wait ? `$SysV::Guest::pause = \\&main::${PAUSE};` : '';
  const numbers = linuxErrno ? 'SysV::Guest->import(linux_errno => 1);' : '';
  const { success, error } = await perl.eval(
    `unshift @INC, '${FOLDER}'; require SysV::Guest; ${waiting} ${numbers} 1;`,
  );
  if (!success) throw new Error(`zeroperl cannot load the glue: ${error}`);
}

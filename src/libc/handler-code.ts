import { platformConstants } from '../abi/platform-constants.js';

/**
 * Signal handlers in machine code, since JavaScript cannot run inside one. They consist of a few stores, safe at any
 * moment. The assembler source stands beside the bytes; a test compares the two.
 */
interface MachineCode {
  readonly bytes: readonly number[];
  /** Where the constants lie that are filled in: eight bytes each. */
  readonly address: number;
  readonly mask?: number;
}

/** Where the mark of signal 0 lies, in bytes from the start of the pending memory. */
export const MARKS = 64;

const X86_64_SIGMASK = platformConstants['x86_64-glibc'].UC_SIGMASK_OFFSET;

/** Perl's own handler (perlipc, "Deferred Signals"): marks the signal, and says that something is marked. */
const NOTE: Readonly<Record<string, MachineCode>> = {
  x64: {
    bytes: [
      ...[0xf3, 0x0f, 0x1e, 0xfa], // endbr64
      ...[0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0], // movabs $address, %rax
      ...[0x89, 0xff], // mov %edi, %edi
      ...[0xc6, 0x44, 0x38, MARKS, 0x01], // movb $1, MARKS(%rax,%rdi)
      ...[0xf0, 0xff, 0x00], // lock incl (%rax)
      0xc3, // ret
    ],
    address: 6,
  },
  arm64: {
    bytes: [
      ...[0x5f, 0x24, 0x03, 0xd5], // bti c
      ...[0xe1, 0x00, 0x00, 0x58], // ldr x1, address
      ...[0x23, 0x00, 0x80, 0x52], // mov w3, #1
      ...[0x22, 0x00, 0x01, 0x91], // add x2, x1, #MARKS
      ...[0x43, 0x48, 0x20, 0x38], // strb w3, [x2, w0, uxtw]
      ...[0x23, 0x00, 0x00, 0xb9], // str w3, [x1]
      ...[0xc0, 0x03, 0x5f, 0xd6], // ret
      ...[0, 0, 0, 0], // what follows is aligned to eight bytes
      ...[0, 0, 0, 0, 0, 0, 0, 0], // address
    ],
    address: 32,
  },
};

/** Changes the mask that the interrupted thread returns to, and says that it was here. */
const BLOCK: Readonly<Record<string, MachineCode>> = {
  x64: {
    bytes: [
      ...[0xf3, 0x0f, 0x1e, 0xfa], // endbr64
      ...[0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0], // movabs $address, %rax
      ...[0x48, 0xb9, 0, 0, 0, 0, 0, 0, 0, 0], // movabs $mask, %rcx
      ...[0x48, 0x89, 0x8a, X86_64_SIGMASK & 0xff, X86_64_SIGMASK >> 8, 0, 0], // mov %rcx, UC_SIGMASK_OFFSET(%rdx)
      ...[0xc7, 0x00, 1, 0, 0, 0], // movl $1, (%rax)
      0xc3, // ret
    ],
    address: 6,
    mask: 16,
  },
  arm64: {
    bytes: [
      ...[0x5f, 0x24, 0x03, 0xd5], // bti c
      ...[0xe3, 0x00, 0x00, 0x58], // ldr x3, mask
      ...[0x01, 0x01, 0x00, 0x58], // ldr x1, address
      ...[0x43, 0x14, 0x00, 0xf9], // str x3, [x2, #UC_SIGMASK_OFFSET]
      ...[0x24, 0x00, 0x80, 0x52], // mov w4, #1
      ...[0x24, 0x00, 0x00, 0xb9], // str w4, [x1]
      ...[0xc0, 0x03, 0x5f, 0xd6], // ret
      ...[0, 0, 0, 0], // what follows is aligned to eight bytes
      ...[0, 0, 0, 0, 0, 0, 0, 0], // mask
      ...[0, 0, 0, 0, 0, 0, 0, 0], // address
    ],
    mask: 32,
    address: 40,
  },
};

/** The handler that notes a signal in pending memory at an address. Architectures in Node's spelling. */
export function notingHandler(architecture: string, address: bigint): Uint8Array {
  return filledIn(NOTE[architecture], address, 0n);
}

/** The handler that gives its thread a signal mask, and stores a 1 at an address. */
export function blockingHandler(architecture: string, address: bigint, mask: bigint): Uint8Array {
  return filledIn(BLOCK[architecture], address, mask);
}

function filledIn(code: MachineCode | undefined, address: bigint, mask: bigint): Uint8Array {
  if (!code) throw new Error('no signal handler for this architecture');
  const bytes = Uint8Array.from(code.bytes);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(code.address, address, true);
  if (code.mask !== undefined) view.setBigUint64(code.mask, mask, true);
  return bytes;
}

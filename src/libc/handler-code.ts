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

/**
 * Perl's own handler (perlipc, "Deferred Signals"): marks the signal, and says that something is marked. If the second word
 * of the memory says so, it starts the timer whose number is in the third, sets the fourth, and takes the times from there
 * on (signal-memory.ts).
 */
const NOTE: Readonly<Record<string, MachineCode>> = {
  x64: {
    bytes: [
      ...[0xf3, 0x0f, 0x1e, 0xfa], // endbr64
      ...[0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0], // movabs $address, %rax
      ...[0x89, 0xff], // mov %edi, %edi
      ...[0xc6, 0x44, 0x38, MARKS, 0x01], // movb $1, MARKS(%rax,%rdi)
      ...[0xf0, 0xff, 0x00], // lock incl (%rax)
      ...[0x83, 0x78, 0x04, 0x00], // cmpl $0, 4(%rax)
      ...[0x74, 0x1a], // je 1f
      ...[0xc7, 0x40, 0x0c, 1, 0, 0, 0], // movl $1, 12(%rax)
      ...[0x8b, 0x78, 0x08], // mov 8(%rax), %edi
      ...[0x31, 0xf6], // xor %esi, %esi
      ...[0x48, 0x8d, 0x50, 0x10], // lea 16(%rax), %rdx
      ...[0x45, 0x31, 0xd2], // xor %r10d, %r10d
      ...[0xb8, 223, 0, 0, 0], // mov $SYS_timer_settime, %eax
      ...[0x0f, 0x05], // syscall
      0xc3, // 1: ret
    ],
    address: 6,
  },
  arm64: {
    bytes: [
      ...[0x5f, 0x24, 0x03, 0xd5], // bti c
      ...[0xe1, 0x01, 0x00, 0x58], // ldr x1, address
      ...[0x23, 0x00, 0x80, 0x52], // mov w3, #1
      ...[0x22, 0x00, 0x01, 0x91], // add x2, x1, #MARKS
      ...[0x43, 0x48, 0x20, 0x38], // strb w3, [x2, w0, uxtw]
      ...[0x23, 0x00, 0x00, 0xb9], // str w3, [x1]
      ...[0x24, 0x04, 0x40, 0xb9], // ldr w4, [x1, #4]
      ...[0x04, 0x01, 0x00, 0x34], // cbz w4, 1f
      ...[0x23, 0x0c, 0x00, 0xb9], // str w3, [x1, #12]
      ...[0x20, 0x08, 0x40, 0xb9], // ldr w0, [x1, #8]
      ...[0x22, 0x40, 0x00, 0x91], // add x2, x1, #16
      ...[0x01, 0x00, 0x80, 0xd2], // mov x1, #0
      ...[0x03, 0x00, 0x80, 0xd2], // mov x3, #0
      ...[0xc8, 0x0d, 0x80, 0xd2], // mov x8, #SYS_timer_settime
      ...[0x01, 0x00, 0x00, 0xd4], // svc #0
      ...[0xc0, 0x03, 0x5f, 0xd6], // 1: ret
      ...[0, 0, 0, 0, 0, 0, 0, 0], // address
    ],
    address: 64,
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

/** Where the memory of kept attachments (keeping.ts) has its flags and its addresses, and how many there are. */
export const KEPT_FLAGS = 64;
export const KEPT_PLACES = 256;
export const KEPT_ADDRESSES = KEPT_FLAGS + 4 * KEPT_PLACES;

/**
 * Lets go of attachments that nobody has used since the tick before, with the system calls shmdt and timer_settime. Does
 * nothing while one is in hand. The first words of the memory: in hand, used, ticks, burst, timer, running (keeping.ts).
 */
const LET_GO: Readonly<Record<string, MachineCode>> = {
  x64: {
    bytes: [
      ...[0xf3, 0x0f, 0x1e, 0xfa], // endbr64
      ...[0x49, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0], // movabs $address, %r8
      ...[0x41, 0xff, 0x40, 0x08], // incl 8(%r8)
      ...[0x41, 0x83, 0x38, 0x00], // cmpl $0, (%r8)
      ...[0x75, 0x5d], // jne 3f
      ...[0x31, 0xc0], // xor %eax, %eax
      ...[0x41, 0x87, 0x40, 0x04], // xchg %eax, 4(%r8)
      ...[0x85, 0xc0], // test %eax, %eax
      ...[0x75, 0x53], // jne 3f
      ...[0x45, 0x31, 0xc9], // xor %r9d, %r9d
      ...[0x43, 0x83, 0x7c, 0x88, KEPT_FLAGS, 0x00], // 1: cmpl $0, KEPT_FLAGS(%r8,%r9,4)
      ...[0x74, 0x18], // je 2f
      ...[0x43, 0xc7, 0x44, 0x88, KEPT_FLAGS, 0, 0, 0, 0], // movl $0, KEPT_FLAGS(%r8,%r9,4)
      ...[0x4b, 0x8b, 0xbc, 0xc8, KEPT_ADDRESSES & 0xff, KEPT_ADDRESSES >> 8, 0, 0], // mov KEPT_ADDRESSES(%r8,%r9,8), %rdi
      ...[0xb8, 67, 0, 0, 0], // mov $SYS_shmdt, %eax
      ...[0x0f, 0x05], // syscall
      ...[0x41, 0xff, 0xc1], // 2: inc %r9d
      ...[0x41, 0x81, 0xf9, KEPT_PLACES & 0xff, KEPT_PLACES >> 8, 0, 0], // cmp $KEPT_PLACES, %r9d
      ...[0x72, 0xd4], // jb 1b
      ...[0x41, 0xc7, 0x40, 0x0c, 0, 0, 0, 0], // movl $0, 12(%r8)
      ...[0x41, 0xc7, 0x40, 0x14, 0, 0, 0, 0], // movl $0, 20(%r8)
      ...[0x41, 0x8b, 0x78, 0x10], // mov 16(%r8), %edi
      ...[0x31, 0xf6], // xor %esi, %esi
      ...[0x49, 0x8d, 0x50, 0x18], // lea 24(%r8), %rdx
      ...[0x45, 0x31, 0xd2], // xor %r10d, %r10d
      ...[0xb8, 223, 0, 0, 0], // mov $SYS_timer_settime, %eax
      ...[0x0f, 0x05], // syscall
      0xc3, // 3: ret
    ],
    address: 6,
  },
  arm64: {
    bytes: [
      ...[0x5f, 0x24, 0x03, 0xd5], // bti c
      ...[0xe9, 0x03, 0x00, 0x58], // ldr x9, 4f
      ...[0x2a, 0x09, 0x40, 0xb9], // ldr w10, [x9, #8]
      ...[0x4a, 0x05, 0x00, 0x11], // add w10, w10, #1
      ...[0x2a, 0x09, 0x00, 0xb9], // str w10, [x9, #8]
      ...[0x2a, 0x01, 0x40, 0xb9], // ldr w10, [x9]
      ...[0x0a, 0x03, 0x00, 0x35], // cbnz w10, 3f
      ...[0x2a, 0x05, 0x40, 0xb9], // ldr w10, [x9, #4]
      ...[0x3f, 0x05, 0x00, 0xb9], // str wzr, [x9, #4]
      ...[0xaa, 0x02, 0x00, 0x35], // cbnz w10, 3f
      ...[0x0b, 0x00, 0x80, 0xd2], // mov x11, #0
      ...[0x2c, 0x01, 0x01, 0x91], // add x12, x9, #64
      ...[0x2d, 0x01, 0x11, 0x91], // add x13, x9, #KEPT_ADDRESSES
      ...[0x8a, 0x79, 0x6b, 0xb8], // ldr w10, [x12, x11, lsl #2]
      ...[0xaa, 0x00, 0x00, 0x34], // cbz w10, 2f
      ...[0x9f, 0x79, 0x2b, 0xb8], // str wzr, [x12, x11, lsl #2]
      ...[0xa0, 0x79, 0x6b, 0xf8], // ldr x0, [x13, x11, lsl #3]
      ...[0xa8, 0x18, 0x80, 0xd2], // mov x8, #197
      ...[0x01, 0x00, 0x00, 0xd4], // svc #0
      ...[0x6b, 0x05, 0x00, 0x91], // add x11, x11, #1
      ...[0x7f, 0x01, 0x04, 0xf1], // cmp x11, #KEPT_PLACES
      ...[0x03, 0xff, 0xff, 0x54], // b.lo 1b
      ...[0x3f, 0x0d, 0x00, 0xb9], // str wzr, [x9, #12]
      ...[0x3f, 0x15, 0x00, 0xb9], // str wzr, [x9, #20]
      ...[0x20, 0x11, 0x40, 0xb9], // ldr w0, [x9, #16]
      ...[0x01, 0x00, 0x80, 0xd2], // mov x1, #0
      ...[0x22, 0x61, 0x00, 0x91], // add x2, x9, #24
      ...[0x03, 0x00, 0x80, 0xd2], // mov x3, #0
      ...[0xc8, 0x0d, 0x80, 0xd2], // mov x8, #110
      ...[0x01, 0x00, 0x00, 0xd4], // svc #0
      ...[0xc0, 0x03, 0x5f, 0xd6], // ret
      ...[0, 0, 0, 0], // what follows is aligned to eight bytes
      ...[0, 0, 0, 0, 0, 0, 0, 0], // address
    ],
    address: 128,
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

/** The handler that lets go of kept attachments; `address` is that of their memory. */
export function lettingGoHandler(architecture: string, address: bigint): Uint8Array {
  return filledIn(LET_GO[architecture], address, 0n);
}

/** Is there machine code for this architecture? */
export function hasHandlers(architecture: string): boolean {
  return NOTE[architecture] !== undefined;
}

function filledIn(code: MachineCode | undefined, address: bigint, mask: bigint): Uint8Array {
  if (!code) throw new Error('no signal handler for this architecture');
  const bytes = Uint8Array.from(code.bytes);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(code.address, address, true);
  if (code.mask !== undefined) view.setBigUint64(code.mask, mask, true);
  return bytes;
}

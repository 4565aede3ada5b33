/**
 * The signal handler, in machine code: JavaScript cannot run inside one. It is Perl's own handler in two stores, safe
 * at any moment: mark the signal, and say that something is marked (perlipc, "Deferred Signals").
 *
 *     void handler(int signal) { pending[MARKS + signal] = 1; pending[0] is made non-zero; }
 */

/** Where the mark of signal 0 lies, in bytes from the start of the pending memory. */
export const MARKS = 64;

/** The handler for an architecture in Node's spelling, for pending memory at an address. */
export function handlerCode(architecture: string, pending: bigint): Uint8Array {
  const code = architecture === 'arm64' ? AARCH64 : X86_64;
  const bytes = Uint8Array.from(code.bytes);
  new DataView(bytes.buffer).setBigUint64(code.address, pending, true);
  return bytes;
}

const X86_64 = {
  bytes: [
    ...[0xf3, 0x0f, 0x1e, 0xfa], // endbr64
    ...[0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0], // movabs $pending, %rax
    ...[0x89, 0xff], // mov %edi, %edi
    ...[0xc6, 0x44, 0x38, MARKS, 0x01], // movb $1, MARKS(%rax,%rdi)
    ...[0xf0, 0xff, 0x00], // lock incl (%rax)
    0xc3, // ret
  ],
  address: 6,
};

const AARCH64 = {
  bytes: [
    ...[0x5f, 0x24, 0x03, 0xd5], // bti c
    ...[0xe1, 0x00, 0x00, 0x58], // ldr x1, pending (28 bytes further)
    ...[0x23, 0x00, 0x80, 0x52], // mov w3, #1
    ...[0x22, 0x00, 0x01, 0x91], // add x2, x1, #MARKS
    ...[0x43, 0x48, 0x20, 0x38], // strb w3, [x2, w0, uxtw]
    ...[0x23, 0x00, 0x00, 0xb9], // str w3, [x1]
    ...[0xc0, 0x03, 0x5f, 0xd6], // ret
    ...[0, 0, 0, 0], // the address is aligned to eight bytes
    ...[0, 0, 0, 0, 0, 0, 0, 0], // pending
  ],
  address: 32,
};

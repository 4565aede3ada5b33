import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abiOf } from '../abi/current-abi.js';
import { blockingHandler, lettingGoHandler, notingHandler } from './handler-code.js';

const present = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

/** The bytes that an assembler makes of a source, at address 0. */
function assembled(prefix: string, source: string): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'handler-'));
  try {
    writeFileSync(join(folder, 'h.s'), source);
    const run = (tool: string, ...rest: string[]) =>
      spawnSync(`${prefix}${tool}`, rest, { cwd: folder, encoding: 'utf8' });
    const steps = [run('as', '-o', 'h.o', 'h.s'), run('objcopy', '-O', 'binary', '-j', '.text', 'h.o', 'h.bin')];
    for (const step of steps) if (step.status !== 0) throw new Error(step.stderr);
    return [...(spawnSync('cat', ['h.bin'], { cwd: folder }).stdout as Buffer)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const architectures = [
  {
    name: 'x64',
    assembler: '',
    here: process.arch === 'x64' && present('as'),
    noting: `
      endbr64
      movabs $0x1122334455667788, %rax
      mov %edi, %edi
      movb $1, 64(%rax,%rdi)
      lock incl (%rax)
      cmpl $0, 4(%rax)
      je 1f
      movl $1, 12(%rax)
      mov 8(%rax), %edi
      xor %esi, %esi
      lea 16(%rax), %rdx
      xor %r10d, %r10d
      mov $223, %eax
      syscall
      1:
      ret
    `,
    blocking: `
      endbr64
      movabs $0x1122334455667788, %rax
      movabs $0x99aabbccddeeff00, %rcx
      mov %rcx, ${abiOf('x86_64-musl').constants.UC_SIGMASK_OFFSET}(%rdx)
      movl $1, (%rax)
      ret
    `,
    lettingGo: `
      endbr64
      movabs $0x1122334455667788, %r8
      incl 8(%r8)
      cmpl $0, (%r8)
      jne 3f
      xorl %eax, %eax
      xchgl %eax, 4(%r8)
      testl %eax, %eax
      jne 3f
      xorl %r9d, %r9d
      1:
      cmpl $0, 64(%r8,%r9,4)
      je 2f
      movl $0, 64(%r8,%r9,4)
      movq 1088(%r8,%r9,8), %rdi
      movl $67, %eax
      syscall
      2:
      incl %r9d
      cmpl $256, %r9d
      jb 1b
      movl $0, 12(%r8)
      movl $0, 20(%r8)
      movl 16(%r8), %edi
      xorl %esi, %esi
      leaq 24(%r8), %rdx
      xorl %r10d, %r10d
      movl $223, %eax
      syscall
      3:
      ret
    `,
  },
  {
    name: 'arm64',
    assembler: 'aarch64-linux-gnu-',
    here: present('aarch64-linux-gnu-as'),
    noting: `
      .arch armv8.5-a
      bti c
      ldr x1, 2f
      mov w3, #1
      add x2, x1, #64
      strb w3, [x2, w0, uxtw]
      str w3, [x1]
      ldr w4, [x1, #4]
      cbz w4, 1f
      str w3, [x1, #12]
      ldr w0, [x1, #8]
      add x2, x1, #16
      mov x1, #0
      mov x3, #0
      mov x8, #110
      svc #0
      1:
      ret
    2: .quad 0x1122334455667788
    `,
    blocking: `
      .arch armv8.5-a
      bti c
      ldr x3, 1f
      ldr x1, 2f
      str x3, [x2, #${abiOf('aarch64-musl').constants.UC_SIGMASK_OFFSET}]
      mov w4, #1
      str w4, [x1]
      ret
      .word 0
    1: .quad 0x99aabbccddeeff00
    2: .quad 0x1122334455667788
    `,
    lettingGo: `
      .arch armv8.5-a
      bti c
      ldr x9, 4f
      ldr w10, [x9, #8]
      add w10, w10, #1
      str w10, [x9, #8]
      ldr w10, [x9]
      cbnz w10, 3f
      ldr w10, [x9, #4]
      str wzr, [x9, #4]
      cbnz w10, 3f
      mov x11, #0
      add x12, x9, #64
      add x13, x9, #1088
      1:
      ldr w10, [x12, x11, lsl #2]
      cbz w10, 2f
      str wzr, [x12, x11, lsl #2]
      ldr x0, [x13, x11, lsl #3]
      mov x8, #197
      svc #0
      2:
      add x11, x11, #1
      cmp x11, #256
      b.lo 1b
      str wzr, [x9, #12]
      str wzr, [x9, #20]
      ldr w0, [x9, #16]
      mov x1, #0
      add x2, x9, #24
      mov x3, #0
      mov x8, #110
      svc #0
      3:
      ret
      .word 0
      4: .quad 0x1122334455667788
    `,
  },
];

describe.each(architectures)('the handlers of $name', ({ name, assembler, here, noting, blocking, lettingGo }) => {
  it.runIf(here)('are what the assembler makes of their source', () => {
    expect([...notingHandler(name, 0x1122334455667788n)]).toEqual(assembled(assembler, noting));
    const code = blockingHandler(name, 0x1122334455667788n, 0x99aabbccddeeff00n);
    expect([...code]).toEqual(assembled(assembler, blocking));
    expect([...lettingGoHandler(name, 0x1122334455667788n)]).toEqual(assembled(assembler, lettingGo));
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handlerCode } from './handler-code.js';

const present = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

/** The bytes that an assembler makes of a source, at address 0. */
function assembled(prefix: string, source: string): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'handler-'));
  try {
    writeFileSync(join(folder, 'h.s'), source);
    const run = (tool: string, ...rest: string[]) => spawnSync(`${prefix}${tool}`, rest, { cwd: folder, encoding: 'utf8' });
    const steps = [run('as', '-o', 'h.o', 'h.s'), run('objcopy', '-O', 'binary', '-j', '.text', 'h.o', 'h.bin')];
    for (const step of steps) if (step.status !== 0) throw new Error(step.stderr);
    return [...(spawnSync('cat', ['h.bin'], { cwd: folder }).stdout as Buffer)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('is what the assembler makes of its comments', () => {
  it.runIf(process.arch === 'x64' && present('as'))('x86_64', () => {
    const source = `
      endbr64
      movabs $0x1122334455667788, %rax
      mov %edi, %edi
      movb $1, 64(%rax,%rdi)
      lock incl (%rax)
      ret
    `;
    expect([...handlerCode('x64', 0x1122334455667788n)]).toEqual(assembled('', source));
  });

  it.runIf(present('aarch64-linux-gnu-as'))('aarch64', () => {
    const source = `
      .arch armv8.5-a
      bti c
      ldr x1, 1f
      mov w3, #1
      add x2, x1, #64
      strb w3, [x2, w0, uxtw]
      str w3, [x1]
      ret
      .word 0
    1: .quad 0x1122334455667788
    `;
    expect([...handlerCode('arm64', 0x1122334455667788n)]).toEqual(assembled('aarch64-linux-gnu-', source));
  });
});

/**
 * The gate: a page of machine code that makes several system calls in one call from JavaScript. koffi takes 15 ns for a
 * function without operands, but 80 to 180 ns for one with operands that ends in a system call; and a shmread is four
 * calls. Operands and results lie in memory (words.ts); results are the kernel's own, `>= 0` or `-errno`, so nobody has to ask
 * for errno. Where a page cannot be made executable, or on another architecture, everything works without it.
 */
import { executablePage } from '../executable-page.js';
import { koffi } from '../libc.js';
import { gateCode } from './code.js';
import { boxMemory, longs, STATUS, STATUS_OFFSET } from './words.js';

/** The functions leave their result in the box. */
export interface Gate {
  /** One system call. */
  readonly enter: () => void;
  /** shmread or shmwrite as perl does it. */
  readonly exact: () => void;
  /** The same with a segment that is still attached: 1, and nothing is done, if its status is not what it was. */
  readonly kept: () => void;
}

let known: Gate | null | undefined;

/** The gate of this thread, or null. */
export function gate(): Gate | null {
  if (known === undefined) known = makeGate();
  return known;
}

function makeGate(): Gate | null {
  const code = gateCode[process.arch];
  if (code === undefined) return null;
  const box = koffi().address(boxMemory);
  const bytes = Buffer.from(code.bytes, 'hex');
  bytes.writeBigUInt64LE(box, code.box);
  const page = executablePage(bytes);
  if (page < 0n) return null;
  longs[STATUS] = box + BigInt(STATUS_OFFSET);
  const type = koffi().proto('void (void)');
  const entry = (offset: number) => koffi().decode(page + BigInt(offset), type) as () => void;
  return { enter: entry(code.enter), exact: entry(code.exact), kept: entry(code.kept) };
}

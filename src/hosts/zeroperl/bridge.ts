import { errnoNumbers } from '../../abi/errno-names.js';
import { bindBuiltins, createEnvironment } from '../../builtins/sysv.js';
import { FALSE_MINUS_ONE, ZERO_BUT_TRUE } from '../../builtins/results.js';
import { createModuleEnvironment } from '../../ipc-sysv/module-environment.js';
import { FIRST_ARGUMENT, nativeSubs, type NativeValue } from '../../ipc-sysv/subs.js';
import { errnoText } from '../../runtime/errno.js';
import { LinuxKernel } from '../../libc/linux-kernel.js';
import type { Kernel } from '../../libc/kernel.js';
import { type Guard, guardKernel } from '../guarded-kernel.js';
import { Croak, GuestHost, Unread } from './guest-host.js';
import { LOW_BYTE_FIRST, type Operand, readRequest, type Request } from './request.js';
import { wakingKernel, WOULD_SLEEP } from './waking-kernel.js';

/** What a guest is given: which kernel, which keys, and whether it waits without blocking. */
export interface BridgeOptions extends Guard {
  /** The kernel below; the real one where absent. */
  readonly kernel?: Kernel;
  /** Calls that would sleep let the guest ask again, so that the event loop goes on. */
  readonly wait?: boolean;
}

/** The kinds of results, as the glue knows them. */
const UNDEF = 0;
const NUMBER = 1;
const TRUE_ZERO = 2;
const TEXT = 3;
const CROAK = 4;
const AGAIN = 5;
const FIRST = 6;
const UNDEF_AND_NUMBER = 7;
const WORDS = 8;
const UNREAD = 9;

/** More than Linux has numbers: those between and above are "Unknown error". */
const MOST_ERRNOS = Math.max(...Object.values(errnoNumbers)) + 1;

interface Answer {
  readonly kind: number;
  readonly number?: number;
  readonly text?: Uint8Array;
}

type Sub = (operands: readonly Operand[]) => unknown;

/** The JavaScript end of one guest: answers the requests that its glue writes to the device. */
export class Bridge {
  private readonly host = new GuestHost();
  private readonly subs = new Map<string, Sub>();
  private readonly removeMade: () => void;
  private attempt = 1;
  /** What the guest fetches after the reply: the variable's data, and text. */
  private pending: readonly Uint8Array[] = [];

  constructor(options: BridgeOptions) {
    const guarded = guardKernel(options.kernel ?? new LinuxKernel(), options);
    this.removeMade = () => guarded.removeMade();
    const kernel = options.wait ? wakingKernel(guarded.kernel, () => this.attempt) : guarded.kernel;
    const env = createEnvironment(this.host, kernel, {});
    for (const [name, builtin] of Object.entries(bindBuiltins(env))) {
      this.subs.set(name, (operands) => (builtin as (...operands: Operand[]) => unknown)(...operands));
    }
    for (const { name, call } of nativeSubs(createModuleEnvironment(env, this.host))) this.subs.set(name, call);
    this.subs.set('_pid', () => process.pid);
    this.subs.set('_errnos', () => Object.entries(errnoNumbers).map(([name, number]) => `${name}=${number}`));
    this.subs.set('_errno_texts', () => Array.from({ length: MOST_ERRNOS }, (_, errno) => errnoText(errno)).join('\n'));
  }

  /** Answers the request at that address of the guest's memory. */
  answer(memory: ArrayBuffer, address: number): void {
    const request = readRequest(memory, address);
    if (request.name === 'fetch') this.deliver(request);
    else this.reply(request, this.call(memory, request));
  }

  /** Removes what the guest has made. */
  removeObjects(): void {
    this.removeMade();
  }

  private call(memory: ArrayBuffer, { name, attempt, operands }: Request): Answer {
    const sub = this.subs.get(name);
    if (sub === undefined) throw new Error(`the guest asks for ${name}`);
    const taken = name.endsWith('::pack') ? 1 : operands.length;
    this.attempt = attempt;
    this.host.begin(memory, operands.slice(taken));
    try {
      const result = sub(operands.slice(0, taken));
      return this.host.errno === WOULD_SLEEP ? { kind: AGAIN } : answerOf(result);
    } catch (error) {
      if (error instanceof Unread) return { kind: UNREAD };
      if (error instanceof Croak) return { kind: CROAK, text: latin1(error.message) };
      throw error;
    }
  }

  private reply({ reply }: Request, { kind, number = 0, text = new Uint8Array(0) }: Answer): void {
    const { done, errno, data } = this.host;
    this.pending = [data, text];
    reply.setUint8(0, kind);
    reply.setUint8(1, done);
    reply.setInt32(4, kind === AGAIN ? -1 : errno, LOW_BYTE_FIRST);
    reply.setBigInt64(8, BigInt(number), LOW_BYTE_FIRST);
    reply.setUint32(16, data.length, LOW_BYTE_FIRST);
    reply.setUint32(20, text.length, LOW_BYTE_FIRST);
  }

  private deliver({ operands }: Request): void {
    operands.forEach(({ bytes }, index) => bytes.set(this.pending[index] ?? []));
    this.pending = [];
  }
}

/** A builtin's result, or what a native sub answers. */
function answerOf(result: unknown): Answer {
  if (result === undefined || result === FALSE_MINUS_ONE) return { kind: UNDEF };
  if (result === ZERO_BUT_TRUE) return { kind: TRUE_ZERO };
  if (result === FIRST_ARGUMENT) return { kind: FIRST };
  if (typeof result === 'number') return { kind: NUMBER, number: result };
  if (typeof result === 'string') return { kind: TEXT, text: latin1(result) };
  if (result instanceof Uint8Array) return { kind: TEXT, text: result };
  return listAnswer(result as readonly NativeValue[]);
}

/** The lists that native subs answer: names, or undef and a number. */
function listAnswer(values: readonly NativeValue[]): Answer {
  const [first, second] = values;
  if (first === undefined && typeof second === 'number') return { kind: UNDEF_AND_NUMBER, number: second };
  return values.length === 1 ? answerOf(first) : { kind: WORDS, text: latin1(values.join(' ')) };
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

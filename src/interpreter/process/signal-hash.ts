/** %SIG (perlvar, perlipc): assigning to an element sets what happens to the signal. */
import { signalNames, signalNumbers } from '../../abi/signal-names.js';
import { defaultSignal, dispositionOf, ignoreSignal, noteSignal } from '../../libc/signals.js';
import { looksLikeReference, str } from '../../runtime/convert.js';
import { PerlCode } from '../../runtime/code.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { MagicScalar } from '../../runtime/scalar.js';
import { VOID } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import { prepareProcess } from './prepare.js';
import { ignored, setHandler } from './signal-delivery.js';

const hooks = new Set(['__WARN__', '__DIE__']);

/** An element of %SIG. */
class SignalScalar extends MagicScalar {
  private readonly name: string;
  private value: PerlValue = undefined;

  constructor(name: string) {
    super();
    this.name = name;
  }

  fetch(): PerlValue {
    if (this.value !== undefined || hooks.has(this.name)) return this.value;
    return inherited(signalNumbers.get(this.name));
  }

  store(value: PerlValue): void {
    this.value = value;
    if (hooks.has(this.name)) return;
    const signal = signalNumbers.get(this.name);
    if (signal === undefined || signal === 0) {
      interp().warn('signal', `No such signal: SIG${this.name}`);
      return;
    }
    this.value = setDisposition(signal, value);
  }
}

/** What a signal does that the program has not set: only IGNORE shows, as a parent may have left it. */
function inherited(signal: number | undefined): PerlValue {
  if (!signal) return undefined;
  prepareProcess();
  return dispositionOf(signal) === 'IGNORE' ? 'IGNORE' : undefined;
}

/** Set what happens to a signal; answers the value %SIG keeps (a name gets its package). */
function setDisposition(signal: number, value: PerlValue): PerlValue {
  prepareProcess();
  ignored.delete(signal);
  if (value instanceof PerlCode || value instanceof PerlGlob || value instanceof GlobValue) {
    handle(signal, value);
    return value;
  }
  const text = value === undefined || looksLikeReference(value) ? '' : str(value, 'scalar assignment');
  if (text === 'IGNORE') {
    ignored.add(signal);
    setHandler(signal, null);
    ignoreSignal(signal);
    return value;
  }
  if (text === '' || text === 'DEFAULT') {
    setHandler(signal, null);
    defaultSignal(signal);
    return value;
  }
  const name = /::|'/.test(text) ? text : `main::${text}`;
  handle(signal, name);
  return name;
}

function handle(signal: number, handler: PerlValue): void {
  setHandler(signal, () => callHandler(signal, handler));
  noteSignal(signal);
}

function callHandler(signal: number, handler: PerlValue): void {
  const perl = interp();
  const name = signalNames[signal]!;
  const code = codeOf(handler);
  if (code === null || code.fn === null) {
    const shown = code?.name ?? str(handler, 'signal').replace(/^.*::/, '');
    perl.warn('signal', `SIG${name} handler "${shown}" not defined.\n`);
    return;
  }
  const cop = perl.cop;
  perl.call(code, [name], VOID);
  perl.cop = cop;
}

function codeOf(handler: PerlValue): PerlCode | null {
  if (handler instanceof PerlCode) return handler;
  if (handler instanceof PerlGlob) return handler.c;
  if (handler instanceof GlobValue) return handler.globValue.c;
  const { packages } = interp();
  return packages.find(packages.qualify(str(handler, 'signal'), 'main'))?.c ?? null;
}

/** The hash itself. Every signal is a key from the start. */
export class SignalHash extends PerlHash {
  constructor() {
    super();
    const first = new Map<number, SignalScalar>();
    for (const [name, signal] of signalNumbers) {
      if (signal === 0) continue;
      const element = first.get(signal) ?? new SignalScalar(name);
      first.set(signal, element);
      this.m.set(name, element);
    }
  }
  override at(k: string): SignalScalar {
    const element = this.m.get(k);
    if (element instanceof SignalScalar) return element;
    const made = new SignalScalar(k);
    this.m.set(k, made);
    return made;
  }
  override set(k: string, v: PerlValue): void {
    this.at(k).v = v;
  }
  override delete(k: string): PerlValue {
    const element = this.m.get(k);
    if (!(element instanceof SignalScalar)) return undefined;
    const value = element.v;
    if (value !== undefined && signalNumbers.has(k)) element.v = undefined;
    this.m.delete(k);
    return value;
  }
  override clear(): void {
    for (const k of [...this.m.keys()]) this.delete(k);
  }
}

/** The surroundings of the second reading of a program that can't be compiled: what perl would know and do at each place. */
import { str } from '../../runtime/convert.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { type Diagnosis, diagnose, type Subject } from '../syntax/diagnosis/diagnose.js';
import { GiveUp } from '../syntax/diagnosis/tokens.js';
import type { KnownSub, Surroundings, VisibleName } from '../syntax/diagnosis/surroundings.js';
import { parseProgram } from '../syntax/parser.js';
import { PerlSyntaxError } from '../syntax/parser-env.js';
import { CompileError } from './compiler.js';
import type { Environment } from './environment.js';
import { varKey } from './scope.js';

/** What perl says about the program. `env`: as it was before the first reading, of which it repeats what was carried out. */
export function explained(env: Environment, subject: Subject): Diagnosis {
  return diagnose(subject, new Around(env, subject.source));
}

class Around implements Surroundings {
  readonly #env: Environment;
  /** subs of the program: known only after their places */
  readonly #own: Set<string>;
  readonly #declared = new Map<string, string | null>();

  /** the first reading has defined the subs */
  readonly #defined: boolean;

  constructor(env: Environment, source: string) {
    this.#env = env;
    this.#defined = env.hasBeenRead;
    this.#own = new Set([...source.matchAll(/\bsub\s+([\w:]+)/g)].map((found) => found[1] ?? ''));
  }

  get pkg(): string {
    return this.#env.pkg;
  }
  sub(name: string): KnownSub | null {
    const env = this.#env;
    const full = name.includes('::') ? name : `${env.pkg}::${name}`;
    const known = env.lookupSub(name);
    const declared = this.#declared.get(full);
    if (declared !== undefined) return { prototype: declared, fullName: full, constant: false };
    if (known === undefined || (this.#own.has(name) && known.fullName === full)) return null;
    const constant = env.ask('constant', env.perl.packages.qualify(name, env.pkg)) !== undefined;
    return { prototype: known.prototype, fullName: known.fullName ?? full, constant };
  }
  declareSub(name: string, prototype: string | null): void {
    this.#declared.set(name.includes('::') ? name : `${this.pkg}::${name}`, prototype);
  }
  packageExists(name: string): boolean {
    return this.#env.packageExists(name);
  }
  handleExists(name: string): boolean {
    return /^(?:STDIN|STDOUT|STDERR|ARGV|DATA)$/.test(name) || this.#env.handleExists(name);
  }
  exists(sigil: string, name: string): boolean {
    const known = this.#env.ask('containers', this.#env.perl.packages.qualify(name, this.pkg));
    if (known === 'none') return name.includes('::') && this.packageExists(name.replace(/::\w*$/, ''));
    return known.includes(sigil);
  }
  imported(sigil: string, name: string): boolean {
    return this.#env.ask('imported', this.#env.perl.packages.qualify(name, this.pkg)).includes(sigil);
  }
  replaces(word: string): boolean {
    return this.#env.overridden(word) !== undefined;
  }
  feature(name: string): boolean {
    return this.#env.hints.features.has(name);
  }
  get utf8(): boolean {
    return this.#env.hint('utf8');
  }
  hasCharacter(name: string): boolean {
    return this.#env.namedCharacter(name) !== null;
  }
  strict(kind: 'vars' | 'subs' | 'refs'): boolean {
    return this.#env.hint(`strict ${kind}`);
  }
  lexical(name: string): boolean {
    return this.#env.lookupLexical(name.charAt(0), name.slice(1)) !== null;
  }
  state(): unknown {
    return { hints: this.#env.hints, pkg: this.#env.pkg };
  }
  restore(state: unknown): void {
    Object.assign(this.#env, state as { hints: Environment['hints']; pkg: string });
  }
  setPackage(name: string): void {
    this.#env.setPackage(name);
  }
  warn(category: string, message: string, file: string, line: number, byDefault: boolean): void {
    this.#env.hold(category, message, file, line, byDefault);
  }

  carryOut(text: string, line: number, visible: readonly VisibleName[]): readonly string[] {
    const env = this.#env;
    const isPhase = /^(?:use|no|sub\s+(?:BEGIN|END|INIT|CHECK|UNITCHECK)|BEGIN|END|INIT|CHECK|UNITCHECK)\b/.test(text);
    if (isPhase ? env.repeatNext() : this.#defined) return [];
    const before = env.errors.length;
    env.enterScope();
    const { hints, pkg } = env;
    this.#declare(visible);
    try {
      parseProgram(text, env.file, env, { startLine: line, evalString: true });
    } catch (e) {
      if (e instanceof PerlDie) throw new GiveUp(typeof e.value === 'object' ? null : str(e.value));
      if (e instanceof CompileError) env.report(e, line);
      else if (!(e instanceof PerlSyntaxError)) throw e;
    }
    const after = { hints: env.hints, pkg: env.pkg };
    env.leaveScope();
    if (/^(?:use|no|BEGIN)\b/.test(text)) Object.assign(env, after);
    else Object.assign(env, { hints, pkg });
    return env.errors.splice(before).filter((complaint) => !complaint.startsWith('Global symbol'));
  }
  #declare(visible: readonly VisibleName[]): void {
    for (const { key, our } of visible) {
      if (key.startsWith('&')) continue;
      const sigil = key.charAt(0) as '$' | '@' | '%';
      const name = key.slice(1);
      const c = this.#env.compiler(this.#env.cop(1));
      const info = c.newVar(our === null ? 'my' : 'our', sigil, name);
      if (our === null) c.makeStatic(info);
      this.#env.scope.vars.set(varKey(sigil, name), our === null ? info : { ...info, glob: `${our}::${name}` });
    }
  }
}

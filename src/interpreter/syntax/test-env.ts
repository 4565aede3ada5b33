import type { Cop, My, PhaseBlock, SubDef, UseStmt } from './ast.js';
import type { ParserEnv, SubInfo } from './parser-env.js';

/** A ParserEnv for tests: records what the parser tells and knows what `use` lines name, without running anything. */
export class TestEnv implements ParserEnv {
  readonly events: string[] = [];
  readonly subs = new Map<string, SubInfo>();
  readonly packages = new Set(['main']);
  readonly features = new Set(['indirect']);
  readonly #scopes: string[] = [];
  #pkg = 'main';
  #file: string;

  constructor(file: string, features: string[] = []) {
    this.#file = file;
    for (const feature of features) this.features.add(feature);
  }

  enterScope(): void {
    this.#scopes.push(this.#pkg);
  }

  leaveScope(): void {
    this.#pkg = this.#scopes.pop() ?? 'main';
  }

  declare(my: My): void {
    this.events.push(`${my.kind} ${my.vars.map((v) => (v ? v.sigil + v.name : 'undef')).join(',')}`);
  }

  cop(line: number): Cop {
    return { file: this.#file, line, pkg: this.#pkg };
  }

  setPackage(name: string): void {
    this.#pkg = name;
    this.packages.add(name);
  }

  setFile(file: string): void {
    this.#file = file;
  }

  lookupSub(name: string): SubInfo | undefined {
    return this.subs.get(name.includes('::') ? name : `${this.#pkg}::${name}`);
  }

  packageExists(name: string): boolean {
    return this.packages.has(name);
  }

  handleExists(name: string): boolean {
    return /^STD(?:IN|OUT|ERR)$/.test(name);
  }

  overridden(): string | undefined {
    return undefined;
  }

  feature(name: string): boolean {
    return this.features.has(name);
  }

  hint(): boolean {
    return false;
  }

  declareSub(name: string, prototype: string | null): void {
    this.events.push(`sub ${name}${prototype === null ? '' : `(${prototype})`}`);
    this.addSub(name, prototype);
  }

  addSub(name: string, prototype: string | null): void {
    this.subs.set(name.includes('::') ? name : `${this.#pkg}::${name}`, { prototype, defined: true });
  }

  defineSub(def: SubDef): void {
    this.events.push(`define ${def.name}`);
  }

  use(stmt: UseStmt): void {
    this.events.push(`${stmt.no ? 'no' : 'use'} ${stmt.module ?? stmt.version}`);
    if (stmt.module) this.packages.add(stmt.module);
    if (stmt.module === 'feature') for (const arg of namesIn(stmt.args)) this.features.add(arg);
    else if (stmt.module === 'constant') for (const name of constantNames(stmt)) this.addSub(name, '');
    else if (stmt.module === null && /^v?5\.0?(?:[1-9]\d)/.test(stmt.version ?? '')) {
      for (const feature of ['say', 'state', 'fc', 'postderef_qq']) this.features.add(feature);
    } else for (const name of namesIn(stmt.args)) if (/^\w+$/.test(name)) this.addSub(name, null);
  }

  begin(block: PhaseBlock): void {
    this.events.push(block.phase);
  }

  warn(category: string, message: string): void {
    this.events.push(`warn ${category}: ${message}`);
  }
}

function namesIn(args: UseStmt['args']): string[] {
  return (args ?? []).flatMap((arg) => {
    if (arg.type === 'StrLit') return [arg.value];
    return arg.type === 'List' ? namesIn(arg.items) : [];
  });
}

function constantNames(stmt: UseStmt): string[] {
  const [first] = stmt.args ?? [];
  if (first?.type === 'AnonHash')
    return first.items.flatMap((item, i) => (i % 2 === 0 && item.type === 'StrLit' ? [item.value] : []));
  return first?.type === 'StrLit' ? [first.value] : [];
}

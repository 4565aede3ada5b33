// The kernel in memory against the real one: calls that sleep, and what wakes them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Value, ValueHost } from '../../src/hosts/value-host.js';
import { createPatientSysV, createSysV, eventLoopPatience, type SysV } from '../../src/index.js';
import { MemoryKernel, MemorySystem } from '../../src/kernel-memory/index.js';
import { runChild } from '../support/child.js';
import { isolated, isolation } from '../support/isolation.js';
import { realPerl, root } from '../support/perls.js';
import { type Scenario, type ScenarioCall, scenarios } from './blocking-scenarios.js';
import { asciiJson } from './ascii-json.js';

/** Two processes of one system: while the first sleeps the second works. */
class TwoProcesses {
  private readonly host = new ValueHost();
  private id = 0;

  /** A line for each call, in the order of blocking.pl. */
  play(scenario: Scenario, system: MemorySystem): string[] {
    const lines: string[] = [];
    const kernel = new MemoryKernel({ system, mayRaiseLimits: true });
    const other = createSysV(this.host, { kernel });
    const actions = scenario.other.values();
    const sleep = (): boolean | 'interrupted' => {
      const { value: action } = actions.next();
      if (action === undefined || action === 'signal') return action === 'signal' && 'interrupted';
      if (action === 'exit') kernel.exit();
      else lines.push(this.make(other, action));
      return true;
    };
    const sleeper = createSysV(this.host, { kernel: new MemoryKernel({ system, sleep, mayRaiseLimits: true }) });
    for (const call of [scenario.get, ...(scenario.before ?? [])]) lines.push(this.make(sleeper, call));
    for (const call of scenario.otherBefore ?? []) lines.push(this.make(other, call));
    const woken = this.make(sleeper, scenario.sleeps);
    const after = (scenario.after ?? []).map((call) => this.make(sleeper, call));
    this.make(sleeper, scenario.get[0] === 'semget' ? ['semctl', '$id', 0, 0, 0] : ['msgctl', '$id', 0, 0]);
    return [...lines, woken, ...after];
  }

  private make(sysv: SysV<Value>, [name, ...operands]: ScenarioCall): string {
    const { host } = this;
    const text: Value = { value: 'before' };
    const scalar = (operand: string | number): Value => ({ value: operand === '$id' ? this.id : operand });
    const errno = host.errno;
    host.errno = 0;
    const builtin = sysv[name as 'semop'] as unknown as (...list: Value[]) => Value['value'];
    const result = builtin(...operands.map((operand) => (operand === '$text' ? text : scalar(operand))));
    const data = Buffer.from(String(text.value), 'latin1').toString('hex');
    const line = `${name} ${result ?? 'undef'} ${host.errno} ${data}`;
    // The sleeper sets errno when it is woken, not before.
    host.errno = errno;
    if (/get$/.test(name)) this.id = Number(result);
    return line;
  }
}

describe('calls that sleep', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blocking-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'scenarios.json');

  test.runIf(realPerl && isolation)('are woken as in the kernel', async () => {
    writeFileSync(file, asciiJson(scenarios));
    const program = join(root, 'test/kernel-memory/blocking.pl');
    const real = await runChild(isolated([...(realPerl ?? []), program, file]));
    expect(real.stderr).toBe('');
    const system = new MemorySystem();
    const ours = scenarios.flatMap((scenario) => [scenario.name, ...new TwoProcesses().play(scenario, system)]);
    expect(ours).toEqual(real.stdout.trimEnd().split('\n'));
  });

  test('fail with EDEADLK where nobody can wake them', () => {
    const host = new ValueHost();
    const sysv = createSysV(host, { kernel: new MemoryKernel() });
    const id = { value: sysv.msgget({ value: 0 }, { value: 0o600 }) as number };
    sysv.msgrcv(id, { value: '' }, { value: 9 }, { value: 0 }, { value: 0 });
    expect(host.errno).toBe(35);
  });
});

describe('the patient builtins over the kernel in memory', () => {
  const scalar = (value?: Value['value']): Value => ({ value });
  const system = new MemorySystem();
  const hosts = [new ValueHost(), new ValueHost()] as const;
  const one = createPatientSysV(hosts[0], eventLoopPatience(), { kernel: new MemoryKernel({ system }) });
  const two = createPatientSysV(hosts[1], eventLoopPatience(), { kernel: new MemoryKernel({ system }) });

  test('are woken by another context', async () => {
    const queue = scalar(one.msgget(scalar(0), scalar(0o600)) as number);
    const text = scalar('');
    const receiving = one.msgrcv(queue, text, scalar(100), scalar(0), scalar(0));
    await two.msgsnd(queue, scalar(`\x05${'\0'.repeat(7)}hello`), scalar(0));
    expect([await receiving, text.value]).toEqual([1, `\x05${'\0'.repeat(7)}hello`]);
  });

  test('are told of a removal and of a signal', async () => {
    const set = scalar(one.semget(scalar(0), scalar(1), scalar(0o600)) as number);
    const minusOne = scalar(Buffer.from(new Int16Array([0, -1, 0]).buffer).toString('latin1'));
    const waiting = one.semop(set, minusOne);
    two.semctl(set, scalar(0), scalar(0), scalar(0));
    expect([await waiting, hosts[0].errno]).toEqual([0, 43]);
    const queue = scalar(one.msgget(scalar(0), scalar(0o600)) as number);
    const hurried = createPatientSysV(hosts[0], eventLoopPatience(AbortSignal.timeout(5)), {
      kernel: new MemoryKernel({ system }),
    });
    expect([await hurried.msgrcv(queue, scalar(''), scalar(9), scalar(0), scalar(0)), hosts[0].errno]).toEqual([0, 4]);
  });
});

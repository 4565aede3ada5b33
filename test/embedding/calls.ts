// Makes the calls of a JSON file with the builtins over the example host and prints what each did. calls.pl does the
// same with real perl.
import { readFileSync } from 'node:fs';
import type { Value } from '../../src/hosts/value-host.js';
import { createIpcSysV } from '../../src/ipc-sysv/index.js';
import { ModuleValueHost } from './module-value-host.js';

const [, , file = ''] = process.argv;
const calls = JSON.parse(readFileSync(file, 'utf8')) as [string, ...Value['value'][]][];
const host = new ModuleValueHost();
const { builtins, subs } = createIpcSysV(host);
type Call = (...operands: Value[]) => unknown;
const functions = new Map<string, Call>(Object.entries(builtins as unknown as Record<string, Call>));
for (const { name, call } of subs) functions.set(name.replace('IPC::SysV::', ''), (...operands) => call(operands));
const variables = new Map<string, Value>();

/** `$name` is that variable, anything else a new scalar. */
function scalar(operand: Value['value'] | null): Value {
  const name = /^\$(\w+)$/.exec(String(operand))?.[1];
  if (name === undefined) return { value: operand ?? undefined };
  const variable = variables.get(name) ?? { value: undefined };
  variables.set(name, variable);
  return variable;
}

/** Addresses differ from process to process. */
const text = (value: unknown): string | null =>
  value === undefined ? null : `${value as string | number}`.replace(/^\0[^]{5}\0\0$/, 'ADDRESS');
/** JSON::PP's ASCII. */
const ascii = (json: string): string =>
  json.replace(/[\x80-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

for (const [call, ...operands] of calls) {
  const [, save = '', name = ''] = /^(?:(\w+)=)?(\w+)$/.exec(call) ?? [];
  const list = operands.map(scalar);
  host.warnings.length = 0;
  host.errno = 0;
  let result: unknown;
  let died = '';
  try {
    result = functions.get(name)?.(...list);
  } catch (error) {
    died = (error as Error).message;
  }
  if (save !== '') variables.set(save, { value: result as Value['value'] });
  const line = [name, text(result), host.errno, died, host.warnings, list.map(({ value }) => text(value))];
  console.log(ascii(JSON.stringify(line)));
}

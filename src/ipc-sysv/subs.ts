import { diagnostics } from '../runtime/diagnostics.js';
import type { Bytes } from '../runtime/host.js';
import { toLatin1 } from './bytes.js';
import { constant } from './constant.js';
import { exportNames } from './export-names.js';
import { ftok } from './ftok.js';
import { memread } from './memread.js';
import { memwrite } from './memwrite.js';
import type { ModuleEnvironment } from './module-environment.js';
import { type ModuleHost, SUBROUTINE } from './module-host.js';
import { shmat } from './shmat.js';
import { shmdt } from './shmdt.js';
import { packStat, unpackStat } from './stat.js';
import { type StatClass, statFields } from './stat-layouts.js';

/** A sub that a host defines in Perl's symbol table: what the XS code of IPC::SysV does. */
export interface NativeSub<S> {
  /** With its package: `IPC::SysV::ftok`. */
  readonly name: string;
  /** What `prototype` answers. */
  readonly prototype: string;
  /** Answers one value, or a list of them. Dies by the host's `croak` for a wrong number of arguments. */
  readonly call: (args: readonly S[]) => NativeValue | readonly NativeValue[];
}

/** A new scalar's value; FIRST_ARGUMENT stands for the scalar that came as the first argument. */
export type NativeValue = Bytes | number | undefined | typeof FIRST_ARGUMENT;

/** The result of a sub that answers the very scalar it was called with (`unpack` of the stat classes). */
export const FIRST_ARGUMENT = Symbol('the first argument');

/** All native subs of the IPC modules; the rest of the modules is Perl (perl/IPC). */
export function nativeSubs<S>(env: ModuleEnvironment<S>): NativeSub<S>[] {
  const { host } = env;
  const classes = Object.keys(statFields) as StatClass[];
  return [
    sub(host, 'IPC::SysV::ftok', '$;$', 'path, id = &PL_sv_undef', [1, 2], (path, id?) => ftok(env, path, id)),
    sub(host, 'IPC::SysV::shmat', '$$$', 'id, addr, flag', [3, 3], (id, address, flag) =>
      shmat(env, id, address, flag),
    ),
    sub(host, 'IPC::SysV::shmdt', '$', 'addr', [1, 1], (address) => shmdt(env, address)),
    sub(host, 'IPC::SysV::memread', '$$$$', 'addr, sv, pos, size', [4, 4], (address, variable, position, size) =>
      memread(env, address, variable, position, size),
    ),
    sub(host, 'IPC::SysV::memwrite', '$$$$', 'addr, sv, pos, size', [4, 4], (address, string, position, size) =>
      memwrite(env, address, string, position, size),
    ),
    sub(host, 'IPC::SysV::_constant', '$', 'sv', [1, 1], (name) => constantValues(env, name)),
    sub<S>(host, 'IPC::SysV::_export_names', '', '', [0, 0], () => exportNames),
    ...classes.flatMap((className) => statSubs(env, className)),
  ];
}

function statSubs<S>(env: ModuleEnvironment<S>, className: StatClass): NativeSub<S>[] {
  return [
    sub(env.host, `${className}::pack`, '$', 'obj', [1, 1], (object) => packStat(env, className, object)),
    sub(env.host, `${className}::unpack`, '$$', 'obj, ds', [2, 2], (object, packed) => {
      unpackStat(env, className, object, packed);
      return FIRST_ARGUMENT;
    }),
  ];
}

/** `_constant(NAME)` (IPC::SysV): the sentence alone, or undef and the value. */
function constantValues<S>(env: ModuleEnvironment<S>, name: S): readonly NativeValue[] {
  const word = toLatin1(env.host.toInternalBytes(name, SUBROUTINE));
  const value = constant(word, env.kernel);
  return typeof value === 'string' ? [value] : [undefined, value];
}

/** What the sub does; it may name as many parameters as the check lets through. */
type Body<S> = (...args: S[]) => NativeValue | readonly NativeValue[];

function sub<S>(
  host: ModuleHost<S>,
  name: string,
  prototype: string,
  parameters: string,
  [least, most]: readonly [number, number],
  body: Body<S>,
): NativeSub<S> {
  const call = (args: readonly S[]): NativeValue | readonly NativeValue[] => {
    if (args.length < least || args.length > most) host.croak(diagnostics.usage(`${name}(${parameters})`));
    return body(...args);
  };
  return { name, prototype, call };
}

/** Core functions on users and groups (perlfunc, "Fetching user and group info"). */
import { readCString } from '../../libc/c-string.js';
import { libc } from '../../libc/libc.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { groupById, groupByName, nextGroup, nextUser, userById, userByName } from '../users/accounts.js';
import type { Entry } from '../users/accounts.js';
import type { CoreFunctionTable } from './core-function.js';

/** The entry in list context; in scalar context the other of name and number. */
function answer(entry: Entry | null, want: Want, scalar: 'name' | 'id'): PerlValue | PerlValue[] {
  if (want === LIST) return entry?.list ?? [];
  return entry?.[scalar];
}

const byName = (find: (name: string) => Entry | null) => (op: Op, want: Want, name: PerlValue) =>
  answer(find(str(name, op)), want, 'id');
const byId = (find: (id: number) => Entry | null) => (op: Op, want: Want, id: PerlValue) =>
  answer(find(Number(int(id, op))), want, 'name');
const next = (find: () => Entry | null) => (_op: Op, want: Want) => answer(find(), want, 'name');

function login(): PerlValue {
  const name = libc.getlogin();
  return name === null ? undefined : readCString(name);
}

export const userFunctions: CoreFunctionTable = {
  getpwnam: { operands: 's', returns: 'w', fn: byName(userByName) },
  getpwuid: { operands: 's', returns: 'w', fn: byId(userById) },
  getpwent: { operands: '', returns: 'w', fn: next(nextUser) },
  setpwent: { operands: '', returns: 's', fn: () => void libc.setpwent() },
  endpwent: { operands: '', returns: 's', fn: () => void libc.endpwent() },
  getgrnam: { operands: 's', returns: 'w', fn: byName(groupByName) },
  getgrgid: { operands: 's', returns: 'w', fn: byId(groupById) },
  getgrent: { operands: '', returns: 'w', fn: next(nextGroup) },
  setgrent: { operands: '', returns: 's', fn: () => void libc.setgrent() },
  endgrent: { operands: '', returns: 's', fn: () => void libc.endgrent() },
  getlogin: { operands: '', returns: 's', fn: login },
};

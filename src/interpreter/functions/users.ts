/** Core functions on users and groups (perlfunc, "Fetching user and group info"). */
import * as libc from '../../libc/users.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import type { CoreFunctionTable } from './core-function.js';

/** An entry as Perl has it: the list, and what scalar context gives for a look-up by name and by number. */
interface Entry {
  readonly list: PerlValue[];
  readonly name: string;
  readonly id: number;
}

function userEntry(u: libc.UserEntry | undefined): Entry | undefined {
  if (u === undefined) return undefined;
  return { list: [u.name, u.passwd, u.uid, u.gid, '', '', u.gecos, u.dir, u.shell], name: u.name, id: u.uid };
}

function groupEntry(g: libc.GroupEntry | undefined): Entry | undefined {
  if (g === undefined) return undefined;
  return { list: [g.name, g.passwd, g.gid, g.members.join(' ')], name: g.name, id: g.gid };
}

/** The entry in list context; in scalar context the other of name and number. */
function answer(entry: Entry | undefined, want: Want, scalar: 'name' | 'id'): PerlValue | PerlValue[] {
  if (want === LIST) return entry?.list ?? [];
  return entry?.[scalar];
}

const byName = (find: (name: string) => Entry | undefined) => (op: Op, want: Want, name: PerlValue) =>
  answer(find(str(name, op)), want, 'id');
const byId = (find: (id: number) => Entry | undefined) => (op: Op, want: Want, id: PerlValue) =>
  answer(find(Number(int(id, op))), want, 'name');
const next = (find: () => Entry | undefined) => (_op: Op, want: Want) => answer(find(), want, 'name');

export const userFunctions: CoreFunctionTable = {
  getpwnam: { operands: 's', returns: 'w', fn: byName((name) => userEntry(libc.userByName(name))) },
  getpwuid: { operands: 's', returns: 'w', fn: byId((uid) => userEntry(libc.userById(uid))) },
  getpwent: { operands: '', returns: 'w', fn: next(() => userEntry(libc.nextUser())) },
  setpwent: { operands: '', returns: 's', fn: () => void libc.rewindUsers() },
  endpwent: { operands: '', returns: 's', fn: () => void libc.closeUsers() },
  getgrnam: { operands: 's', returns: 'w', fn: byName((name) => groupEntry(libc.groupByName(name))) },
  getgrgid: { operands: 's', returns: 'w', fn: byId((gid) => groupEntry(libc.groupById(gid))) },
  getgrent: { operands: '', returns: 'w', fn: next(() => groupEntry(libc.nextGroup())) },
  setgrent: { operands: '', returns: 's', fn: () => void libc.rewindGroups() },
  endgrent: { operands: '', returns: 's', fn: () => void libc.closeGroups() },
  getlogin: { operands: '', returns: 's', fn: () => libc.loginName() },
};

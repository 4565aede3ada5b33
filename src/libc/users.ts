import { sharedStructs } from '../abi/struct-layouts.js';
import { cString, readCString } from './c-string.js';
import { libc } from './libc.js';

/** struct passwd (getpwnam(3)); texts are byte strings. */
export interface UserEntry {
  readonly name: string;
  readonly passwd: string;
  readonly uid: number;
  readonly gid: number;
  readonly gecos: string;
  readonly dir: string;
  readonly shell: string;
}

/** struct group (getgrnam(3)). */
export interface GroupEntry {
  readonly name: string;
  readonly passwd: string;
  readonly gid: number;
  readonly members: readonly string[];
}

export const userByName = (name: string): UserEntry | undefined => readUser(libc.getpwnam(cString(name)));
export const userById = (uid: number): UserEntry | undefined => readUser(libc.getpwuid(uid));
/** The next entry of the database; `rewindUsers` starts again, `closeUsers` ends. */
export const nextUser = (): UserEntry | undefined => readUser(libc.getpwent());
export const rewindUsers = (): void => libc.setpwent();
export const closeUsers = (): void => libc.endpwent();

export const groupByName = (name: string): GroupEntry | undefined => readGroup(libc.getgrnam(cString(name)));
export const groupById = (gid: number): GroupEntry | undefined => readGroup(libc.getgrgid(gid));
export const nextGroup = (): GroupEntry | undefined => readGroup(libc.getgrent());
export const rewindGroups = (): void => libc.setgrent();
export const closeGroups = (): void => libc.endgrent();

/** getlogin(3), undefined without a terminal. */
export function loginName(): string | undefined {
  const address = libc.getlogin();
  return address === null ? undefined : readCString(address);
}

/** The struct at an address of the C library, copied: it is overwritten by the next call. */
function copyStruct(address: bigint, size: number): DataView {
  const struct = new DataView(new ArrayBuffer(size));
  libc.memcpy(struct, address, size);
  return struct;
}

function readUser(address: bigint | null): UserEntry | undefined {
  if (address === null) return undefined;
  const { size, fields } = sharedStructs.passwd;
  const struct = copyStruct(address, size);
  const name = text(struct, fields.pw_name.offset);
  return {
    name,
    passwd: shadowPassword(name) ?? text(struct, fields.pw_passwd.offset),
    uid: struct.getUint32(fields.pw_uid.offset, true),
    gid: struct.getUint32(fields.pw_gid.offset, true),
    gecos: text(struct, fields.pw_gecos.offset),
    dir: text(struct, fields.pw_dir.offset),
    shell: text(struct, fields.pw_shell.offset),
  };
}

/** The password of the shadow database, which Perl prefers where the process may read it (getspnam(3)). */
function shadowPassword(name: string): string | undefined {
  const address = libc.getspnam(cString(name));
  if (address === null) return undefined;
  const { size, fields } = sharedStructs.spwd;
  return text(copyStruct(address, size), fields.sp_pwdp.offset);
}

function readGroup(address: bigint | null): GroupEntry | undefined {
  if (address === null) return undefined;
  const { size, fields } = sharedStructs.group;
  const struct = copyStruct(address, size);
  return {
    name: text(struct, fields.gr_name.offset),
    passwd: text(struct, fields.gr_passwd.offset),
    gid: struct.getUint32(fields.gr_gid.offset, true),
    members: readMembers(struct.getBigUint64(fields.gr_mem.offset, true)),
  };
}

/** The C string that a pointer in a struct points to. */
function text(struct: DataView, offset: number): string {
  const address = struct.getBigUint64(offset, true);
  return address === 0n ? '' : readCString(address);
}

/** A NULL-terminated array of C strings. */
function readMembers(array: bigint): string[] {
  const members: string[] = [];
  for (let at = array; at !== 0n; at += 8n) {
    const address = copyStruct(at, 8).getBigUint64(0, true);
    if (address === 0n) break;
    members.push(readCString(address));
  }
  return members;
}

/** User and group entries, as the C library gives them (getpwnam(3), getgrnam(3); perlfunc getpwnam). */
import { sharedStructs } from '../../abi/struct-layouts.js';
import { cString, readCString } from '../../libc/c-string.js';
import { libc } from '../../libc/libc.js';
import type { Address } from '../../libc/prototypes.js';
import type { PerlValue } from '../../runtime/value.js';

/** An entry as Perl has it: the list, and what scalar context gives for a look-up by name and by number. */
export interface Entry {
  readonly list: PerlValue[];
  readonly name: string;
  readonly id: number;
}

function structAt(address: bigint, size: number): DataView {
  const bytes = Buffer.alloc(size);
  libc.memcpy(bytes, address, size);
  return new DataView(bytes.buffer, bytes.byteOffset, size);
}

function textAt(view: DataView, offset: number): string {
  const address = view.getBigUint64(offset, true);
  return address === 0n ? '' : readCString(address);
}

/** name, passwd, uid, gid, quota, comment, gcos, dir, shell */
function userEntry(address: Address): Entry | null {
  if (address === null) return null;
  const { size, fields } = sharedStructs.passwd;
  const view = structAt(address, size);
  const text = (field: keyof typeof fields): string => textAt(view, fields[field].offset);
  const name = text('pw_name');
  const uid = view.getUint32(fields.pw_uid.offset, true);
  const gid = view.getUint32(fields.pw_gid.offset, true);
  const rest = [text('pw_gecos'), text('pw_dir'), text('pw_shell')];
  const password = shadowPassword(name) ?? text('pw_passwd');
  return { list: [name, password, uid, gid, '', '', ...rest], name, id: uid };
}

/** Perl shows the shadow file's password to those who may read it. */
function shadowPassword(name: string): string | null {
  const entry = libc.getspnam(cString(name));
  if (entry === null) return null;
  const { size, fields } = sharedStructs.spwd;
  return textAt(structAt(entry, size), fields.sp_pwdp.offset);
}

/** name, passwd, gid, members */
function groupEntry(address: Address): Entry | null {
  if (address === null) return null;
  const { size, fields } = sharedStructs.group;
  const view = structAt(address, size);
  const name = textAt(view, fields.gr_name.offset);
  const gid = view.getUint32(fields.gr_gid.offset, true);
  const members = memberNames(view.getBigUint64(fields.gr_mem.offset, true));
  return { list: [name, textAt(view, fields.gr_passwd.offset), gid, members.join(' ')], name, id: gid };
}

/** A NULL-ended array of strings. */
function memberNames(address: bigint): string[] {
  const names: string[] = [];
  for (let at = address; at !== 0n; at += 8n) {
    const name = structAt(at, 8).getBigUint64(0, true);
    if (name === 0n) break;
    names.push(readCString(name));
  }
  return names;
}

export const userByName = (name: string): Entry | null => userEntry(libc.getpwnam(cString(name)));
export const userById = (uid: number): Entry | null => userEntry(libc.getpwuid(uid));
export const nextUser = (): Entry | null => userEntry(libc.getpwent());
export const groupByName = (name: string): Entry | null => groupEntry(libc.getgrnam(cString(name)));
export const groupById = (gid: number): Entry | null => groupEntry(libc.getgrgid(gid));
export const nextGroup = (): Entry | null => groupEntry(libc.getgrent());

import { currentAbi } from '../abi/current-abi.js';
import { AT_EMPTY_PATH, AT_FDCWD, AT_SYMLINK_NOFOLLOW } from '../abi/linux-files.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { cString } from './c-string.js';
import { sys } from './results.js';

/** The thirteen values of Perl's stat (perlfunc), with whole and fractional times. */
export interface FileStatus {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: bigint;
  readonly size: bigint;
  readonly atime: FileTime;
  readonly mtime: FileTime;
  readonly ctime: FileTime;
  readonly blksize: number;
  readonly blocks: bigint;
}

export interface FileTime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
}

const STATX_BASIC_STATS = 0x7ff;
const EMPTY = cString('');
const { size, fields } = sharedStructs.statx;
const struct = new DataView(new ArrayBuffer(size));

/** stat(2) of a byte string path, or -errno. */
export function stat(path: string): FileStatus | number {
  return statx(AT_FDCWD, cString(path), 0);
}

/** lstat(2). */
export function lstat(path: string): FileStatus | number {
  return statx(AT_FDCWD, cString(path), AT_SYMLINK_NOFOLLOW);
}

/** fstat(2). */
export function fstat(fd: number): FileStatus | number {
  return statx(fd, EMPTY, AT_EMPTY_PATH);
}

/** statx(2), whose struct is the same on every architecture and in every C library. */
export function statx(fd: number, path: Uint8Array, flags: number): FileStatus | number {
  const number = currentAbi().constants.SYS_statx;
  const result = sys.syscall_statx(number, fd, path, flags, STATX_BASIC_STATS, struct);
  return result < 0 ? result : readStruct();
}

function readStruct(): FileStatus {
  return {
    dev: makedev(uint32(fields.stx_dev_major.offset), uint32(fields.stx_dev_minor.offset)),
    ino: struct.getBigUint64(fields.stx_ino.offset, true),
    mode: struct.getUint16(fields.stx_mode.offset, true),
    nlink: uint32(fields.stx_nlink.offset),
    uid: uint32(fields.stx_uid.offset),
    gid: uint32(fields.stx_gid.offset),
    rdev: makedev(uint32(fields.stx_rdev_major.offset), uint32(fields.stx_rdev_minor.offset)),
    size: struct.getBigUint64(fields.stx_size.offset, true),
    atime: time(fields.stx_atime.offset),
    mtime: time(fields.stx_mtime.offset),
    ctime: time(fields.stx_ctime.offset),
    blksize: uint32(fields.stx_blksize.offset),
    blocks: struct.getBigUint64(fields.stx_blocks.offset, true),
  };
}

const uint32 = (offset: number): number => struct.getUint32(offset, true);

/** struct statx_timestamp: seconds, then nanoseconds. */
function time(offset: number): FileTime {
  return { seconds: struct.getBigInt64(offset, true), nanoseconds: uint32(offset + 8) };
}

/** makedev(3) of both C libraries: the halves of the major and minor numbers interleaved. */
function makedev(major: number, minor: number): bigint {
  const [high, low] = [BigInt(major), BigInt(minor)];
  return ((high & 0xfffff000n) << 32n) | ((high & 0xfffn) << 8n) | ((low & 0xffffff00n) << 12n) | (low & 0xffn);
}

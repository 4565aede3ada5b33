/**
 * Where a file handle's bytes come from and go to: a descriptor, or a Perl scalar. Strings are byte strings. Results
 * below zero are -errno.
 */
export interface Stream {
  /** the descriptor; -1 for a scalar */
  readonly fd: number;
  /** keep nothing back on writing */
  readonly unbuffered: boolean;
  /** up to `max` bytes; '' at the end */
  read(max: number): string | number;
  /** all of the bytes: 0 or -errno */
  write(bytes: string): number;
  /** lseek(2): the new position */
  seek(offset: number, whence: number): number;
  truncate(length: number): number;
  close(): number;
}

export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;

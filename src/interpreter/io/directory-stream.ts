/** opendir, readdir, telldir, seekdir, rewinddir: a directory's names, `.` and `..` first. */
import fs from 'node:fs';
import { negativeErrno, pathBytes } from './node-errno.js';

export class DirectoryStream {
  readonly path: string | Buffer;
  private names: string[];
  position = 0;

  private constructor(path: string | Buffer, names: string[]) {
    this.path = path;
    this.names = names;
  }

  /** Read the directory, or answer -errno. */
  static open(name: string): DirectoryStream | number {
    const path = pathBytes(name);
    const names = namesIn(path);
    return typeof names === 'number' ? names : new DirectoryStream(path, names);
  }

  next(): string | undefined {
    return this.names[this.position++];
  }

  rest(): string[] {
    const rest = this.names.slice(this.position);
    this.position = this.names.length;
    return rest;
  }

  /** rewinddir(3) sees files made since. */
  rewind(): void {
    const names = namesIn(this.path);
    if (typeof names !== 'number') this.names = names;
    this.position = 0;
  }
}

/** All names in a directory as byte strings, or -errno. */
export function namesIn(path: string | Buffer): string[] | number {
  try {
    const names: string[] = fs.readdirSync(path, { encoding: 'latin1' });
    return ['.', '..', ...names];
  } catch (e) {
    return negativeErrno(e);
  }
}

/** In-memory files: `open($fh, '<', \$text)` (perlfunc open, "In-memory files"). */
import type { Scalar } from '../../runtime/scalar.js';
import { str } from '../../runtime/convert.js';
import { EINVAL } from '../../abi/linux-errno.js';
import { SEEK_CUR, SEEK_SET } from './stream.js';
import type { Stream } from './stream.js';

export class ScalarStream implements Stream {
  readonly fd = -1;
  readonly unbuffered = true;
  private readonly scalar: Scalar;
  private readonly append: boolean;
  private position = 0;

  constructor(scalar: Scalar, append: boolean) {
    this.scalar = scalar;
    this.append = append;
  }

  private text(): string {
    const v = this.scalar.v;
    return v === undefined ? '' : str(v, 'open');
  }

  read(max: number): string {
    const piece = this.text().slice(this.position, this.position + max);
    this.position += piece.length;
    return piece;
  }

  write(bytes: string): number {
    const text = this.text();
    if (this.append || this.position === text.length) {
      this.scalar.v = text + bytes;
      this.position = text.length + bytes.length;
      return 0;
    }
    const before = this.position > text.length ? text.padEnd(this.position, '\0') : text.slice(0, this.position);
    this.position += bytes.length;
    this.scalar.v = before + bytes + text.slice(this.position);
    return 0;
  }

  seek(offset: number, whence: number): number {
    const from = whence === SEEK_SET ? 0 : whence === SEEK_CUR ? this.position : this.text().length;
    if (from + offset < 0) return -EINVAL;
    this.position = from + offset;
    return this.position;
  }

  truncate(): number {
    return -EINVAL;
  }

  close(): number {
    return 0;
  }
}

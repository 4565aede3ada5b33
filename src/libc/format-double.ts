import { cString } from './c-string.js';
import { libc } from './libc.js';

let output = Buffer.alloc(512);
const formats = new Map<string, Buffer>();

/** snprintf(3) of one double with a format such as `%.15g` or `%-+10.3e`: exact in every digit, as Perl's is. */
export function formatDouble(format: string, number: number): string {
  let bytes = formats.get(format);
  if (!bytes) formats.set(format, (bytes = cString(format)));
  const length = libc.snprintf(output, output.length, bytes, 'double', number);
  if (length < output.length) return output.toString('latin1', 0, length);
  output = Buffer.alloc(length + 1);
  return formatDouble(format, number);
}

/**
 * A guest begins in the root folder, and its glue goes to the working folder; but perl opens the script before that. So names
 * of the command line lead there until the glue asks for its device.
 */
import { posix } from 'node:path';
import type { WasiFunction } from './wasi-device.js';

/** A C string in the guest's memory. */
export interface GuestText {
  readonly address: number;
  readonly length: number;
}

/** Where the relative names of a command line lie: what perl asks for below the root, and what it means. */
export function relativeNames(
  words: readonly string[],
  cwd: string,
  put: (text: string) => GuestText,
): Map<string, GuestText> {
  const relative = words.filter((word) => word !== '' && !word.startsWith('/'));
  // Its C library takes ./ off a name, and leaves ../ in.
  return new Map(relative.map((word) => [word.replace(/^(?:\.\/+)+/, ''), put(posix.join(cwd, word).slice(1))]));
}

/** path_open that finds these names in the working folder. */
export function openingNames(
  open: WasiFunction,
  names: () => ReadonlyMap<string, GuestText>,
  memory: () => ArrayBuffer,
): WasiFunction {
  return (fd, flags, path, length, ...rest) => {
    const name = Buffer.from(memory(), Number(path), Number(length)).toString();
    const meant = names().get(name);
    return meant === undefined
      ? open(fd, flags, path, length, ...rest)
      : open(fd, flags, meant.address, meant.length, ...rest);
  };
}

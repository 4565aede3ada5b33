/**
 * Node opens a dozen files for itself when it starts. bin/perl-sysv keeps the lowest descriptors from them by opening this
 * very script there: a program's files get the numbers that they have under perl, and closing or replacing one of these does
 * not hurt Node. The first stands for the program's own file, which perl reads as long as it compiles.
 */
import { closeSync, fstatSync, statSync } from 'node:fs';

const LOWEST = 3;
const HIGHEST = 9;

/** Close all but the first; what is not `script` came from whoever started the program. The first that is. */
export function freeDescriptors(script: string): number | null {
  const { dev, ino } = statSync(script);
  let first: number | null = null;
  for (let fd = LOWEST; fd <= HIGHEST; fd++) {
    try {
      const held = fstatSync(fd);
      if (held.ino !== ino || held.dev !== dev) continue;
      if (first === null) first = fd;
      else closeSync(fd);
    } catch {
      // not open: the command was started without its shell
    }
  }
  return first;
}

/** The program has been read: only behind `__END__` something may be left of its file. */
export function closeScript(descriptor: number | null, source: string): void {
  if (descriptor !== null && !/^__(?:END|DATA)__$/m.test(source)) closeSync(descriptor);
}

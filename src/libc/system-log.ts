/** The system's log (syslog(3)): messages, and the name that stands before them. */
import { cString } from './c-string.js';
import { letGo } from './keeping.js';
import { libc } from './libc.js';
import { makeScratch, type Scratch } from './scratch.js';

/** The C library keeps the pointer, so the name must stay where it is. */
let ident: Scratch | undefined;

export function openLog(name: string, option: number, facility: number): void {
  letGo();
  const bytes = cString(name);
  ident = makeScratch((bytes.length + 7) & ~7);
  ident.bytes.set(bytes);
  libc.openlog(ident.address, option, facility);
}

export function writeLog(priority: number, message: string): void {
  letGo();
  libc.syslog(priority, cString('%s'), cString(message));
}

export function closeLog(): void {
  libc.closelog();
  ident = undefined;
}

/** The mask before; 0 changes nothing. */
export function setLogMask(mask: number): number {
  return libc.setlogmask(mask);
}

/** $^F: descriptors up to it survive exec, and keep their number when their handle is opened anew (perlvar). */
let last = 2;

export function lastSystemDescriptor(): number {
  return last;
}

export function setLastSystemDescriptor(fd: number): void {
  last = fd;
}

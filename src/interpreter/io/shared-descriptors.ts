/**
 * Descriptors that several handles of this program share (`open(A, '>&=', B)`): closed when the last handle is.
 */
const users = new Map<number, number>();

/** One more handle uses a descriptor that another one has open. */
export function shareDescriptor(fd: number): void {
  users.set(fd, (users.get(fd) ?? 1) + 1);
}

/** A handle lets go of a descriptor: is it the last one, which has to close it? */
export function releaseDescriptor(fd: number): boolean {
  const count = users.get(fd);
  if (count === undefined) return true;
  if (count > 2) users.set(fd, count - 1);
  else users.delete(fd);
  return false;
}

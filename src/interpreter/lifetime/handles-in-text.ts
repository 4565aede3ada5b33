/**
 * Does a program keep handles in variables whose end others wait for: locks, pipes, sockets? Then references are counted,
 * so that they close when perl closes them. That the handle of a file lingers nobody notices (io/forgotten.ts).
 *
 * This looks at the text, since nothing has been parsed when counting must begin. A wrong answer costs time, or lets a
 * handle linger.
 */

const locks = /\b(?:flock|lockf|F_SETLKW?)\b/;
const pipes = /\b(?:pipe|open[23])\b|["'](?:-\||\|-)|\bopen\b[^;]*(?:["']\s*\||\|\s*["'])/;
const sockets = /\b(?:socket|socketpair|accept)\b/;
const inVariable =
  /\b(?:open|sysopen|pipe|socket|socketpair|accept)\b\s*\(?\s*(?:my\b\s*)?[$(]|\b(?:gensym|IO::File)\b/;
const objects = /\bIO::(?:Socket|Pipe)\b|\bnew_tmpfile\b/;

export function keepsAwaitedHandles(source: string): boolean {
  if (objects.test(source)) return true;
  return (locks.test(source) || pipes.test(source) || sockets.test(source)) && inVariable.test(source);
}

/** What meeting the end of a program's file does: perl's read(2) of nothing leaves $! at 0. */

/**
 * Does perl see the end of the file after all that runs while it compiles? Not behind `__END__` or in the text of -e;
 * without a newline the end is seen with the last line, before what that does.
 */
export function clearsErrno(source: string, file: string): boolean {
  if (file === '-e' || /^__(?:END|DATA)__$|^[\x04\x1a]/m.test(source)) return false;
  return source.endsWith('\n') || !/\b(?:BEGIN|use|no)\b/.test(source.slice(source.lastIndexOf('\n') + 1));
}

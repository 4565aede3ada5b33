import { Perl, type PerlOptions } from './perl.js';

/** An interpreter that collects what it prints. */
export function collecting(options: PerlOptions = {}): { perl: Perl; out: () => string; err: () => string } {
  const [out, err]: [Uint8Array[], Uint8Array[]] = [[], []];
  const perl = new Perl({
    stdout: (bytes) => out.push(bytes),
    stderr: (bytes) => err.push(bytes),
    env: {},
    ...options,
  });
  const text = (chunks: Uint8Array[]) => () => Buffer.concat(chunks).toString();
  return { perl, out: text(out), err: text(err) };
}

/** -v, -V:name and -h. */
import type { Interp } from '../interpreter/core/interp.js';
import { str } from '../runtime/convert.js';

export const versionText = `
This is perl 5, version 42, subversion 0 (v5.42.0) as spoken by perl-sysv,
the reference interpreter of perl-sysv-ipc, on Node.js ${process.version}

perl-sysv-ipc is distributed under the MIT License.

`;

export const helpText = `Usage: perl-sysv [switches] [--] [programfile] [arguments]
       perl-sysv conformance --help
  -0[octal]         input record separator (\\0, if no argument)
  -a                autosplit mode with -n or -p (splits $_ into @F)
  -c                check syntax only
  -e program        one line of program (several -e's allowed)
  -E program        like -e, but enables all optional features
  -F/pattern/       split() pattern for -a
  -Idirectory       add to @INC
  -l[octal]         line ending processing
  -[mM][-]module    execute "use/no module..." before the program
  -n                assume "while (<>) { ... }" loop around program
  -p                assume loop like -n but print line also, like sed
  -s                rudimentary parsing for switches after programfile
  -v                print version
  -V:name           print a value of %Config
  -w -W -X          enable many, enable all, disable all warnings
  -x                ignore text before #!perl line
  --exact-attach    every shmread and shmwrite attaches and detaches, as perl's do (also PERL_SYSV_EXACT_ATTACH=1)
  --failed-get=-1   a failed shmget, semget or msgget returns a false -1 instead of undef
  --kernel=memory   System V IPC without the kernel, in this process's memory
  --no-cache        neither read nor write the cache of compiled programs
  --system-modules  take pure-Perl modules from the machine's Perl library (implies --no-cache)
`;

/** -V:name: a line \`name='value';\` for each key of %Config that the pattern matches. */
export function configurationText(perl: Interp, pattern: string): string {
  perl.compiler.requireModule('Config');
  const config = perl.glob('Config::Config').hv;
  const name = pattern.replace(/[:;]*$/, '');
  const keys = config.exists(name)
    ? [name]
    : config
        .keys()
        .filter((key) => new RegExp(`^(?:${name})$`).test(key))
        .sort();
  if (keys.length === 0) return `${name}='UNKNOWN';\n`;
  return keys
    .map((key) => {
      const value = config.get(key);
      return value === undefined ? `${key}='undef';\n` : `${key}='${str(value)}';\n`;
    })
    .join('');
}

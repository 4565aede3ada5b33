/** The folders of the Perl installed on this machine, for pure-Perl modules that are not our own. */
import { lstatSync, readdirSync } from 'node:fs';

/** Debian's, Red Hat's and the default layout; `*` stands for every folder there, `ARCH` for those of architectures. */
const layouts = [
  '/usr/local/lib/ARCH/perl/*',
  '/usr/local/share/perl/*',
  '/usr/lib/ARCH/perl5/*',
  '/usr/share/perl5',
  '/usr/lib/ARCH/perl-base',
  '/usr/lib/ARCH/perl/*',
  '/usr/share/perl/*',
  '/usr/local/share/perl5',
  '/usr/lib64/perl5',
  '/usr/local/lib/perl5/*',
];

export function systemFolders(): string[] {
  return layouts.flatMap((layout) => expand('', layout.split('/').slice(1)));
}

function expand(folder: string, rest: readonly string[]): string[] {
  const [next, ...later] = rest;
  if (next === undefined) return isFolder(folder) ? [folder] : [];
  if (next === 'ARCH') return architectures(folder).flatMap((name) => expand(`${folder}/${name}`, later));
  if (next !== '*') return expand(`${folder}/${next}`, later);
  return namesIn(folder).flatMap((name) => expand(`${folder}/${name}`, later));
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const known = new Map<string, string[]>();

/** x86_64-linux-gnu and its like. */
function architectures(folder: string): string[] {
  let names = known.get(folder);
  if (names === undefined) {
    names = namesIn(folder).filter((name) => name.includes('-linux-'));
    known.set(folder, names);
  }
  return names;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

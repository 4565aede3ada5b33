/** The folders of the Perl installed on this machine, for pure-Perl modules that are not our own. */
import { readdirSync } from 'node:fs';

/** Debian's, Red Hat's and the default layout; `*` stands for every folder there. */
const layouts = [
  '/usr/local/lib/*/perl/*',
  '/usr/local/share/perl/*',
  '/usr/lib/*/perl5/*',
  '/usr/share/perl5',
  '/usr/lib/*/perl-base',
  '/usr/lib/*/perl/*',
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
  if (next === undefined) return [folder];
  if (next === '*') return foldersIn(folder).flatMap((name) => expand(`${folder}/${name}`, later));
  return foldersIn(folder).includes(next) ? expand(`${folder}/${next}`, later) : [];
}

const seen = new Map<string, string[]>();

function foldersIn(folder: string): string[] {
  let names = seen.get(folder);
  if (names === undefined) {
    try {
      names = readdirSync(folder === '' ? '/' : folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name);
    } catch {
      names = [];
    }
    seen.set(folder, names);
  }
  return names;
}

// Perl's own source: a folder named by PERL_SOURCE, or what apt-get fetches, unpacked below .cache/.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Raised when the source cannot be had; the message says why. */
export class NoSource extends Error {}

/**
 * A folder laid out like perl's build folder (t/, lib/, ext/, cpan/): fetched and unpacked at first use.
 * @param {string} cache where to keep it
 */
export function perlSource(cache) {
  const tree = join(cache, 'tree');
  const given = process.env.PERL_SOURCE;
  if (given !== undefined && given !== '') return layOut(given, join(cache, 'given'));
  if (existsSync(join(tree, 'complete'))) return tree;
  const unpacked = unpack(fetchArchive(join(cache, 'apt')), join(cache, 'unpacked'));
  layOut(unpacked, tree);
  writeFileSync(join(tree, 'complete'), '');
  rmSync(unpacked, { recursive: true });
  return tree;
}

function run(command, options = {}) {
  const [file, ...args] = command;
  const child = spawnSync(file, args, { encoding: 'utf8', ...options });
  if (child.error !== undefined) throw new NoSource(`${file}: ${child.error.message}`);
  if (child.status !== 0) throw new NoSource(`${file} failed: ${child.stderr.trim().split('\n').at(-1)}`);
  return child.stdout;
}

/** Debian's release as /etc/os-release names it; elsewhere the one of perl 5.36. */
function release() {
  const text = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(text) ? (/^VERSION_CODENAME=(\w+)/m.exec(text)?.[1] ?? 'bookworm') : 'bookworm';
}

/** apt-get with lists and cache of its own: the machine's stay as they are, and root is not needed. */
function fetchArchive(folder) {
  const own = (name) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const list = join(own('etc'), 'perl.sources');
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  if (!existsSync(keyring)) throw new NoSource(`no ${keyring}`);
  writeFileSync(
    list,
    `Types: deb-src\nURIs: http://deb.debian.org/debian\nSuites: ${release()}\nComponents: main\nSigned-By: ${keyring}\n`,
  );
  own('lists/partial');
  own('cache/archives/partial');
  const settings = {
    'Dir::Etc::sourcelist': list,
    'Dir::Etc::sourceparts': '/nonexistent',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': '',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const cwd = own('archives');
  run(['apt-get', ...options, 'update', '-qq'], { timeout: 120_000 });
  run(['apt-get', ...options, 'source', '-qq', '--download-only', 'perl'], { cwd, timeout: 300_000 });
  const archive = readdirSync(cwd).find((name) => /^perl_[\d.]+\.orig\.tar\.\w+$/.test(name));
  if (archive === undefined) throw new NoSource('apt-get brought no perl_*.orig.tar.*');
  return join(cwd, archive);
}

function unpack(archive, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(['tar', '-xf', archive, '-C', folder, '--strip-components=1']);
  return folder;
}

/** What `make` does before the tests: the modules of dist/, cpan/ and ext/ come to lie in lib/. */
function layOut(source, tree) {
  if (!existsSync(join(source, 't/test.pl'))) throw new NoSource(`${source} is no perl source: it has no t/test.pl`);
  const fresh = `${tree}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const part of ['t', 'lib', 'cpan/IPC-SysV', 'ext/re/t'])
    if (existsSync(join(source, part))) cpSync(join(source, part), join(fresh, part), { recursive: true });
  for (const part of ['dist', 'cpan', 'ext']) {
    for (const name of readdirSync(join(source, part))) {
      const lib = join(source, part, name, 'lib');
      if (existsSync(lib)) cpSync(lib, join(fresh, 'lib'), { recursive: true, force: false });
      else copyFlat(join(source, part, name), join(fresh, 'lib'), name);
    }
  }
  configuration(join(fresh, 'lib'));
  rmSync(tree, { recursive: true, force: true });
  renameSync(fresh, tree);
  return tree;
}

/** ext/Tie-Memoize/... has lib/; ext/POSIX/POSIX.pm and its like lie in the folder itself. */
function copyFlat(folder, lib, name) {
  const words = name.split('-');
  const file = `${words.at(-1)}.pm`;
  if (!existsSync(join(folder, file))) return;
  mkdirSync(join(lib, ...words.slice(0, -1)), { recursive: true });
  cpSync(join(folder, file), join(lib, ...words.slice(0, -1), file));
}

/** What Configure and the compiler make, from the perl of this machine: needed where real perl runs the tests to count them. */
function configuration(lib) {
  const asked = spawnSync('perl', ['-MConfig', '-e', 'print join "\\n", $INC{"Config.pm"}, $Config{archlib}'], {
    encoding: 'utf8',
  });
  if (asked.status !== 0) return;
  const [config, archlib] = asked.stdout.split('\n');
  for (const name of ['Config.pm', 'Config_heavy.pl', 'Config_git.pl', 'XSLoader.pm', 'DynaLoader.pm', 'Errno.pm']) {
    const path = [dirname(config), archlib]
      .map((folder) => join(folder, name))
      .find((candidate) => existsSync(candidate));
    if (path !== undefined) symlinkSync(path, join(lib, name));
  }
  if (existsSync(join(archlib, 'auto'))) symlinkSync(join(archlib, 'auto'), join(lib, 'auto'));
}

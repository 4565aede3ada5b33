/**
 * Modules that are taken from the machine's own Perl library when `--system-modules` asks for it, although this project
 * has them: a way to run the real ones, which are large pure-Perl programs.
 */
const names =
  'Benchmark Carp Class::Struct Data::Dumper Env Exporter Exporter::Heavy File::Basename File::Compare File::Copy File::Find ' +
  'File::Path File::Temp FindBin Getopt::Long Getopt::Std IPC::Open2 IPC::Open3 JSON::PP SelectSaver Symbol Term::ANSIColor ' +
  'Test::Builder Test::Builder::Module Test::More Test::Simple Text::Abbrev Text::Balanced Text::ParseWords Text::Tabs ' +
  'Text::Wrap Tie::Array Tie::Handle Tie::Hash Tie::RefHash Tie::Scalar Tie::StdHandle Time::Local autouse base constant ' +
  'fields overload parent vars';

const files = new Set(names.split(' ').map((name) => `${name.replaceAll('::', '/')}.pm`));

export function isReplaceable(path: string): boolean {
  return files.has(path);
}

/**
 * Modules that this project has in a short form, for machines without a Perl library: where there is one, its own are
 * taken, which do more and start as fast.
 */
const short = new Set(
  (
    'Text::ParseWords Text::Tabs Text::Wrap Text::Abbrev Term::ANSIColor File::Find File::Temp Time::Local Tie::Handle ' +
    'Tie::StdHandle Tie::Array Tie::Scalar Tie::Hash Class::Struct Env'
  )
    .split(' ')
    .map((name) => `${name.replaceAll('::', '/')}.pm`),
);

export function isShortForm(path: string): boolean {
  return short.has(path);
}

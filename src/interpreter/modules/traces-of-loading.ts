import { ENOENT } from '../../abi/linux-errno.js';

/**
 * Traces that loading perl's own modules leaves. String evals that they run while they load: The number in `at (eval 5) line 1.` counts them, so modules
 * that do without them here must still be counted. Counted with perl 5.36 (`perl -e 'use Carp; eval "die"; print $@'`).
 */
const own: Readonly<Record<string, number>> = {
  Carp: 4,
  Errno: 1,
  POSIX: 1,
  'Time::HiRes': 1,
  'File::Path': 1,
  'File::Temp': 1,
  'File::Copy': 1,
  'Test::Builder': 2,
  'JSON::PP': 39,
  English: 1,
  Env: 1,
  Benchmark: 1,
};

const carp = ['Carp'];

/** Modules with string evals that a module loads. */
const needed: Readonly<Record<string, readonly string[]>> = {
  POSIX: carp,
  'IPC::SysV': carp,
  'IPC::Msg': carp,
  'IPC::Semaphore': carp,
  'IPC::SharedMem': carp,
  'Data::Dumper': carp,
  Storable: carp,
  'IO::Handle': carp,
  'IO::File': carp,
  'IO::Socket': ['Carp', 'Errno'],
  Socket: carp,
  'Test::Builder': ['Carp', 'POSIX', 'Time::HiRes'],
  'File::Temp': ['Carp', 'Errno', 'File::Path'],
  'File::Copy': ['Time::HiRes'],
  'Tie::Hash': carp,
  'Tie::Array': carp,
  'Tie::Scalar': carp,
  'JSON::PP': carp,
  Benchmark: ['Carp', 'Time::HiRes'],
  FindBin: carp,
  Encode: carp,
  English: ['Errno'],
  sigtrap: carp,
  'Sys::Hostname': carp,
  'Class::Struct': carp,
  'IPC::Open3': carp,
  'Time::Local': carp,
  Env: carp,
  'Hash::Util': carp,
};

/** Modules whose last act is to load their C part: the search for its bootstrap file leaves ENOENT in $!. */
const endWithSearch = new Set(
  (
    'IPC::SysV Storable Socket Fcntl List::Util Scalar::Util File::Find Cwd JSON::PP Digest::MD5 Digest::SHA MIME::Base64 ' +
    'Text::Wrap Encode Sys::Hostname B re mro'
  ).split(' '),
);

/** $! after a module has been loaded; it decides the exit status of a program that dies. */
export function errnoAfterLoading(module: string): number {
  return endWithSearch.has(module) ? ENOENT : 0;
}

/** The evals that loading `module` adds, given the modules that are counted already. */
export function evalsOfLoading(module: string, counted: Set<string>): number {
  let n = 0;
  for (const name of [module, ...(needed[module] ?? [])]) {
    if (counted.has(name)) continue;
    counted.add(name);
    n += own[name] ?? 0;
  }
  return n;
}

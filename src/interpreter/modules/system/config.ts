/** Config (perldoc Config): what programs ask about the perl they run on; read only. */
import { signalNames, signalNumbers } from '../../../abi/signal-names.js';
import { active } from '../../../runtime/active.js';
import { str } from '../../../runtime/convert.js';
import { PerlHash } from '../../../runtime/hash.js';
import { Scalar } from '../../../runtime/scalar.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';

/** Features and functions of the C library that are there. */
const defined =
  words(`d_sem d_msg d_shm d_semctl d_semget d_semop d_msgctl d_msgget d_msgrcv d_msgsnd d_shmat d_shmctl d_shmdt
  d_shmget d_semctl_semun d_semctl_semid_ds d_shmatprototype use64bitint use64bitall useperlio usedl d_fork d_alarm d_flock
  d_setpgrp d_sigaction d_sigprocmask d_symlink d_link d_readlink d_times d_truncate d_setsid d_quad d_select d_socket
  d_sockpair d_usleep d_setitimer d_getitimer d_nanosleep d_wait4 d_waitpid d_gethname d_eofnblk d_mkfifo d_fcntl d_fchdir
  d_chroot d_killpg d_setlocale d_sigsetjmp d_strftime d_mmap d_pause d_nice d_poll d_pipe d_syscall d_umask d_uname
  default_inc_excludes_dot d_pwgecos d_pwpasswd`);

/** ... and those that are not. */
const missing = words(
  'useithreads usethreads uselongdouble usequadmath usemultiplicity d_pseudofork d_nv_preserves_uv taint_support d_pwage d_pwchange d_pwclass d_pwcomment d_pwexpire d_pwquota',
);

const sizes: Readonly<Record<string, number>> = {
  ivsize: 8,
  uvsize: 8,
  nvsize: 8,
  longsize: 8,
  longlongsize: 8,
  intsize: 4,
  shortsize: 2,
  ptrsize: 8,
  doublesize: 8,
  longdblsize: 16,
  charsize: 1,
  sizesize: 8,
  lseeksize: 8,
  i8size: 1,
  i16size: 2,
  i32size: 4,
  i64size: 8,
  uidsize: 4,
  gidsize: 4,
  selectminbits: 64,
  alignbytes: 8,
  nv_preserves_uv_bits: 53,
  ssizesize: 8,
  u8size: 1,
  u16size: 2,
  u32size: 4,
  u64size: 8,
};

/** The modules with a part in C that are there. */
const extensions =
  'B Compress/Raw/Zlib Cwd Data/Dumper Digest/MD5 Digest/SHA Encode Fcntl File/Glob Hash/Util I18N/Langinfo IO IPC/SysV List/Util ' +
  'MIME/Base64 POSIX PerlIO/encoding PerlIO/scalar Socket Storable Sys/Hostname Sys/Syslog Time/HiRes Time/Piece Unicode/Normalize ' +
  'attributes mro re';

const texts: Readonly<Record<string, string>> = {
  osname: 'linux',
  byteorder: '12345678',
  ivtype: 'long',
  uvtype: 'unsigned long',
  nvtype: 'double',
  shmattype: 'void *',
  pidtype: 'pid_t',
  uidtype: 'uid_t',
  signal_t: 'void',
  path_sep: ':',
  sh: '/bin/sh',
  cc: 'cc',
  so: 'so',
  dlext: 'none',
  exe_ext: '',
  _exe: '',
  lib_ext: '.a',
  _a: '.a',
  _o: '.o',
  obj_ext: '.o',
  eagain: 'EAGAIN',
  o_nonblock: 'O_NONBLOCK',
  uvuformat: '"lu"',
  ivdformat: '"ld"',
  uvxformat: '"lx"',
  uvoformat: '"lo"',
  nvgformat: '"g"',
  usemymalloc: 'n',
  make: 'make',
  ccflags: '',
  ldflags: '',
  libs: '',
  inc_version_list: '',
  git_commit_id: '',
  perladmin: 'root@localhost',
  cf_by: 'perl-sysv-ipc',
  extensions,
  dynamic_ext: extensions,
  static_ext: '',
  gccversion: '',
  startperl: '#!/usr/bin/env perl-sysv',
  myhostname: 'localhost',
  installstyle: 'lib/perl5',
};

function versionValues(perl: Interp): Record<string, string> {
  const number = str(perl.scalar('main::]').v ?? '5.042000', 'version');
  const [, version = '42', subversion = '0'] =
    /^5\.(\d{3})(\d{3})/.exec(number)?.map((part) => `${Number(part)}`) ?? [];
  const arch = `${process.arch === 'x64' ? 'x86_64' : process.arch === 'arm64' ? 'aarch64' : process.arch}-linux`;
  return {
    archname: arch,
    myarchname: arch,
    version: `5.${version}.${subversion}`,
    api_versionstring: `5.${version}.0`,
    PERL_REVISION: '5',
    PERL_VERSION: version,
    PERL_SUBVERSION: subversion,
    PERL_API_VERSION: version,
    api_version: version,
    api_revision: '5',
    api_subversion: '0',
    perlpath: str(perl.scalar('main::\x18').v ?? process.argv[1] ?? 'perl', 'perlpath'),
  };
}

function signalValues(): Record<string, string> {
  const names = [...signalNames];
  const numbers = names.map((_, number) => number);
  for (const [name, number] of signalNumbers) {
    if (names.includes(name)) continue;
    names.push(name);
    numbers.push(number);
  }
  return {
    sig_name: names.join(' '),
    sig_num: numbers.join(' '),
    sig_size: `${names.length}`,
    sig_count: `${signalNames.length}`,
    sig_name_init: names.map((name) => `"${name}"`).join(', '),
  };
}

class ConfigHash extends PerlHash {
  override set(): void {
    refuse();
  }
  override delete(): PerlValue {
    return refuse();
  }
  override clear(): void {
    refuse();
  }
  override at(k: string): Scalar {
    return new Scalar(this.m.get(k) as PerlValue);
  }
}

const refuse = (): never => active().die('%Config::Config is read-only\n');

export const config: NativeModule = {
  version: '5.042000',
  install(perl) {
    exportsOf(perl, 'Config', {
      always: ['%Config'],
      onRequest: words('config_vars config_sh myconfig config_re non_bincompat_options compile_date'),
    });
    const values = new Map<string, PerlValue>();
    for (const name of defined) values.set(name, 'define');
    for (const name of missing) values.set(name, undefined);
    for (const [name, size] of Object.entries(sizes)) values.set(name, `${size}`);
    for (const table of [texts, versionValues(perl), signalValues()])
      for (const [name, text] of Object.entries(table)) values.set(name, text);
    const library = str(perl.glob('main::INC').av.get(0) ?? '', 'library');
    for (const name of words('privlib archlib sitelib sitearch privlibexp archlibexp sitelibexp sitearchexp'))
      values.set(name, library);
    for (const name of words('bin installbin scriptdir installscript binexp')) values.set(name, '/usr/bin');
    perl.glob('Config::Config').h = new ConfigHash(values);
    const listing = [...values].map(([name, v]) => `${name}='${v ?? ''}'\n`);
    perl.define('Config::config_sh', () => listing.join(''));
    perl.define(
      'Config::myconfig',
      () =>
        `Summary of my perl5 (revision 5 version ${versionValues(perl)['PERL_VERSION']} subversion 0) configuration:\n`,
    );
    perl.define('Config::config_vars', () => undefined);
    perl.define('Config::non_bincompat_options', () => '');
    perl.define('Config::compile_date', () => 'Compiled to JavaScript');
    perl.define('Config::config_re', () => []);
  },
};

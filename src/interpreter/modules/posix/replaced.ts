/**
 * The functions of POSIX that are Perl's own under C's name and operands, written in Perl and compiled when first
 * called; and those that POSIX names only to say what to use instead.
 */

/** name: [operands, expression] */
export const perlFunctions: Readonly<Record<string, readonly [string, string]>> = {
  abs: ['x', 'CORE::abs($_[0])'],
  alarm: ['seconds', 'CORE::alarm($_[0])'],
  assert: ['expr', 'do { require Carp; Carp::croak("Assertion failed") if !$_[0] }'],
  atan2: ['x, y', 'CORE::atan2($_[0], $_[1])'],
  chdir: ['directory', 'CORE::chdir($_[0])'],
  chmod: ['mode, filename', 'CORE::chmod($_[0], $_[1])'],
  chown: ['uid, gid, filename', 'CORE::chown($_[0], $_[1], $_[2])'],
  closedir: ['dirhandle', 'CORE::closedir($_[0])'],
  cos: ['x', 'CORE::cos($_[0])'],
  creat: ['filename, mode', 'POSIX::open($_[0], 577, $_[1])'],
  exit: ['status', 'CORE::exit($_[0])'],
  exp: ['x', 'CORE::exp($_[0])'],
  fabs: ['x', 'CORE::abs($_[0])'],
  fcntl: ['filehandle, cmd, arg', 'CORE::fcntl($_[0], $_[1], $_[2])'],
  fork: ['', 'CORE::fork()'],
  fstat: ['fd', 'do { CORE::open(my $copy, "<&", $_[0]) ? CORE::stat($copy) : () }'],
  getc: ['handle', 'CORE::getc($_[0])'],
  getchar: ['', 'CORE::getc(STDIN)'],
  getegid: ['', '$) + 0'],
  getenv: ['name', '$ENV{$_[0]}'],
  geteuid: ['', '$> + 0'],
  getgid: ['', '$( + 0'],
  getgrgid: ['gid', 'CORE::getgrgid($_[0])'],
  getgrnam: ['name', 'CORE::getgrnam($_[0])'],
  getgroups: ['', 'do { my %seen; grep { !$seen{$_}++ } split " ", $) }'],
  getlogin: ['', 'CORE::getlogin()'],
  getpgrp: ['', 'CORE::getpgrp(0)'],
  getpid: ['', '$$'],
  getppid: ['', 'CORE::getppid()'],
  getpwnam: ['name', 'CORE::getpwnam($_[0])'],
  getpwuid: ['uid', 'CORE::getpwuid($_[0])'],
  gets: ['', 'scalar <STDIN>'],
  getuid: ['', '$< + 0'],
  gmtime: ['time', 'CORE::gmtime($_[0])'],
  isatty: ['filehandle', '(ref \\$_[0] ne "GLOB" && !ref $_[0] && $_[0] =~ /^\\d+$/ ? do { CORE::open(my $copy, "<&=", $_[0]) && -t $copy } : -t $_[0])'],
  kill: ['pid, sig', 'CORE::kill($_[1], $_[0])'],
  link: ['oldfilename, newfilename', 'CORE::link($_[0], $_[1])'],
  localtime: ['time', 'CORE::localtime($_[0])'],
  log: ['x', 'CORE::log($_[0])'],
  mkdir: ['directoryname, mode', 'CORE::mkdir($_[0], $_[1])'],
  opendir: ['directory', 'do { my $handle; CORE::opendir($handle, $_[0]) ? $handle : undef }'],
  perror: ['...', 'do { print STDERR "@_: " if @_; print STDERR $!, "\\n" }'],
  pow: ['x, exponent', '$_[0] ** $_[1]'],
  printf: ['pattern, args...', 'CORE::printf STDOUT @_'],
  raise: ['sig', 'CORE::kill($_[0], $$)'],
  readdir: ['dirhandle', 'CORE::readdir($_[0])'],
  remove: ['filename', '(-d $_[0] ? CORE::rmdir($_[0]) : CORE::unlink($_[0]))'],
  rename: ['oldfilename, newfilename', 'CORE::rename($_[0], $_[1])'],
  rewind: ['filehandle', 'CORE::seek($_[0], 0, 0)'],
  rewinddir: ['dirhandle', 'CORE::rewinddir($_[0])'],
  rmdir: ['directoryname', 'CORE::rmdir($_[0])'],
  sin: ['x', 'CORE::sin($_[0])'],
  sleep: ['seconds', '$_[0] - CORE::sleep($_[0])'],
  sprintf: ['pattern, args...', 'CORE::sprintf(shift, @_)'],
  sqrt: ['x', 'CORE::sqrt($_[0])'],
  stat: ['filename', 'CORE::stat($_[0])'],
  system: ['command', 'CORE::system($_[0])'],
  time: ['', 'CORE::time()'],
  umask: ['mask', 'CORE::umask($_[0])'],
  unlink: ['filename', 'CORE::unlink($_[0])'],
  utime: ['filename, atime, mtime', 'CORE::utime($_[1], $_[2], $_[0])'],
  wait: ['', 'CORE::wait()'],
  waitpid: ['pid, options', 'CORE::waitpid($_[0], $_[1])'],
};

/** What to use instead; '' where C's function makes no sense in Perl. */
export const unimplemented: Readonly<Record<string, string>> = {
  L_tmpnam: '', atexit: 'END {}', atof: '', atoi: '', atol: '', bsearch: '!not supplied', calloc: '',
  clearerr: 'IO::Handle::clearerr', div: '/, % and int', execl: '', execle: '', execlp: '', execv: '', execve: '',
  execvp: '', fclose: 'IO::Handle::close', fdopen: 'IO::Handle::new_from_fd', feof: 'IO::Handle::eof',
  ferror: 'IO::Handle::error', fflush: 'IO::Handle::flush', fgetc: 'IO::Handle::getc', fgetpos: 'IO::Seekable::getpos',
  fgets: 'IO::Handle::gets', fileno: 'IO::Handle::fileno', fopen: 'IO::File::open', fprintf: 'printf', fputc: 'print',
  fputs: 'print', fread: 'read', free: '', freopen: 'open', fscanf: '<> and regular expressions',
  fseek: 'IO::Seekable::seek', fsetpos: 'IO::Seekable::setpos', fsync: 'IO::Handle::sync', ftell: 'IO::Seekable::tell',
  fwrite: 'print', labs: 'abs', ldiv: '/, % and int', longjmp: 'die', malloc: '', memchr: 'index()', memcmp: 'eq',
  memcpy: '=', memmove: '=', memset: 'x', offsetof: '', putc: 'print', putchar: 'print', puts: 'print', qsort: 'sort',
  rand: "!non-portable, use Perl's rand instead", realloc: '', scanf: '<> and regular expressions',
  setbuf: 'IO::Handle::setbuf', setjmp: 'eval {}', setvbuf: 'IO::Handle::setvbuf', siglongjmp: 'die',
  sigsetjmp: 'eval {}', srand: "!not supplied; refer to Perl's srand documentation", sscanf: 'regular expressions',
  strcat: '.=', strchr: 'index()', strcmp: 'eq', strcpy: '=', strcspn: 'regular expressions', strlen: 'length',
  strncat: '.=', strncmp: 'eq', strncpy: '=', strpbrk: '', strrchr: 'rindex()', strspn: '', strtok: '',
  tmpfile: 'IO::File::new_tmpfile', tmpnam: 'use File::Temp', ungetc: 'IO::Handle::ungetc', vfprintf: '', vprintf: '',
  vsprintf: '',
};

/** The sentence after `Unimplemented: POSIX::NAME(): `. */
export function insteadOf(name: string): string {
  const how = unimplemented[name] ?? '';
  if (how === '') return 'C-specific, stopped';
  if (how.startsWith('!')) return how.slice(1);
  if (how.startsWith('use ')) return `${how} instead`;
  return how.includes('::') ? `Use method ${how}() instead` : `C-specific: use ${how} instead`;
}

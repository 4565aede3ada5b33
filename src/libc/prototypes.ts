/**
 * The C functions this project calls: one row each, the C prototype beside its TypeScript signature. koffi's functions
 * are untyped, so the two halves of a row must say the same; libc.ts binds a row at its first use.
 *
 * Pointers are `void *` throughout, which koffi passes fastest. Paths and other C strings are bytes ended by a NUL
 * (c-string.ts), never JavaScript strings: koffi would encode those as UTF-8.
 */

/** Something a `void *` parameter takes: an address, memory of ours, or NULL. */
export type Pointer = bigint | ArrayBufferView | null;
/** A `void *` result: NULL is null. */
export type Address = bigint | null;
/** A 64-bit integer parameter. */
export type Long = number | bigint;

/**
 * What a result means (results.ts): `status`: -1 is failure and errno says why. `value`: never fails. `error`: zero, or
 * the error number itself. `address`: a pointer whose failure value depends on the function.
 */
export type Convention = 'status' | 'value' | 'error' | 'address';

export interface Prototype<Signature, Returns extends Convention = Convention, Blocks extends boolean = boolean> {
  readonly c: string;
  readonly returns: Returns;
  /** Whether the call can sleep for long, so that a signal may interrupt it (EINTR). */
  readonly blocks: Blocks;
  /** Never there: carries the signature for the compiler. */
  readonly signature?: Signature;
}

const status = <Signature>(c: string): Prototype<Signature, 'status', false> => ({
  c,
  returns: 'status',
  blocks: false,
});
const blocking = <Signature>(c: string): Prototype<Signature, 'status', true> => ({
  c,
  returns: 'status',
  blocks: true,
});
const value = <Signature>(c: string): Prototype<Signature, 'value', false> => ({ c, returns: 'value', blocks: false });
const error = <Signature>(c: string): Prototype<Signature, 'error', false> => ({ c, returns: 'error', blocks: false });
const address = <Signature>(c: string): Prototype<Signature, 'address', false> => ({
  c,
  returns: 'address',
  blocks: false,
});

type Get = () => number;
type OfInt = (number: number) => number;
type OfInts = (first: number, second: number) => number;
type OfPath = (path: Pointer) => number;
type OfPaths = (from: Pointer, to: Pointer) => number;

const systemV = {
  shmget: status<(key: number, size: Long, flags: number) => number>('int shmget(int, size_t, int)'),
  shmctl: status<(shmid: number, command: number, struct: Pointer | number) => number>('int shmctl(int, int, void *)'),
  shmat: address<(shmid: number, address: Pointer, flags: number) => bigint>('void *shmat(int, void *, int)'),
  shmdt: status<OfPath>('int shmdt(void *)'),
  semget: status<(key: number, nsems: number, flags: number) => number>('int semget(int, int, int)'),
  semop: blocking<(semid: number, sembufs: Pointer, nsops: Long) => number>('int semop(int, void *, size_t)'),
  semtimedop: blocking<(semid: number, sembufs: Pointer, nsops: Long, timespec: Pointer) => number>(
    'int semtimedop(int, void *, size_t, void *)',
  ),
  // The variadic union semun is one register either way on both architectures, so two fixed prototypes will do.
  semctl: status<(semid: number, semnum: number, command: number, union: Pointer | number) => number>(
    'int semctl(int, int, int, void *)',
  ),
  msgget: status<(key: number, flags: number) => number>('int msgget(int, int)'),
  msgsnd: blocking<(msqid: number, msgbuf: Pointer, size: Long, flags: number) => number>(
    'int msgsnd(int, void *, size_t, int)',
  ),
  msgrcv: blocking<(msqid: number, msgbuf: Pointer, size: Long, type: Long, flags: number) => number>(
    'long msgrcv(int, void *, size_t, long, int)',
  ),
  msgctl: status<(msqid: number, command: number, struct: Pointer | number) => number>('int msgctl(int, int, void *)'),
};

export const memory = {
  mmap: address<(at: Pointer, length: Long, protection: number, flags: number, fd: number, offset: Long) => bigint>(
    'void *mmap(void *, size_t, int, int, int, long)',
  ),
  munmap: status<(at: Pointer, length: Long) => number>('int munmap(void *, size_t)'),
  mprotect: status<(at: Pointer, length: Long, protection: number) => number>('int mprotect(void *, size_t, int)'),
  madvise: status<(at: Pointer, length: Long, advice: number) => number>('int madvise(void *, size_t, int)'),
  memcpy: value<(to: Pointer, from: Pointer, length: number) => void>('void memcpy(void *, void *, size_t)'),
  memset: value<(to: Pointer, byte: number, length: number) => void>('void memset(void *, int, size_t)'),
  strlen: value<(text: Pointer) => number>('size_t strlen(void *)'),
  process_vm_readv: status<
    (pid: number, ours: Pointer, ourCount: number, theirs: Pointer, theirCount: number, flags: number) => number
  >('long process_vm_readv(int, void *, ulong, void *, ulong, ulong)'),
  process_vm_writev: status<
    (pid: number, ours: Pointer, ourCount: number, theirs: Pointer, theirCount: number, flags: number) => number
  >('long process_vm_writev(int, void *, ulong, void *, ulong, ulong)'),
};

export const processes = {
  fork: status<Get>('int fork(void)'),
  _exit: value<(status: number) => never>('void _exit(int)'),
  execve: status<(path: Pointer, argv: Pointer, env: Pointer) => number>('int execve(void *, void *, void *)'),
  execvp: status<(file: Pointer, argv: Pointer) => number>('int execvp(void *, void *)'),
  execvpe: status<(file: Pointer, argv: Pointer, env: Pointer) => number>('int execvpe(void *, void *, void *)'),
  waitpid: blocking<(pid: number, status: Pointer, options: number) => number>('int waitpid(int, void *, int)'),
  kill: status<OfInts>('int kill(int, int)'),
  getpid: value<Get>('int getpid(void)'),
  getppid: value<Get>('int getppid(void)'),
  getpgrp: value<Get>('int getpgrp(void)'),
  getpgid: status<OfInt>('int getpgid(int)'),
  setpgid: status<OfInts>('int setpgid(int, int)'),
  setsid: status<Get>('int setsid(void)'),
  getpriority: value<OfInts>('int getpriority(int, int)'),
  setpriority: status<(which: number, who: number, priority: number) => number>('int setpriority(int, int, int)'),
  abort: value<() => never>('void abort()'),
  nice: value<OfInt>('int nice(int)'),
  times: status<(tms: Pointer) => number>('long times(void *)'),
  getrusage: status<(who: number, rusage: Pointer) => number>('int getrusage(int, void *)'),
  prctl: status<(option: number, argument: Pointer | number) => number>('int prctl(int, void *)'),
  sysconf: value<OfInt>('long sysconf(int)'),
  setenv: status<(name: Pointer, value: Pointer, overwrite: number) => number>('int setenv(void *, void *, int)'),
  unsetenv: status<OfPath>('int unsetenv(void *)'),
  clearenv: value<Get>('int clearenv(void)'),
};

const spawning = {
  posix_spawn: error<
    (pid: Pointer, path: Pointer, actions: Pointer, attributes: Pointer, argv: Pointer, env: Pointer) => number
  >('int posix_spawn(void *, void *, void *, void *, void *, void *)'),
  posix_spawnp: error<
    (pid: Pointer, file: Pointer, actions: Pointer, attributes: Pointer, argv: Pointer, env: Pointer) => number
  >('int posix_spawnp(void *, void *, void *, void *, void *, void *)'),
  posix_spawnattr_init: error<OfPath>('int posix_spawnattr_init(void *)'),
  posix_spawnattr_destroy: error<OfPath>('int posix_spawnattr_destroy(void *)'),
  posix_spawnattr_setflags: error<(attributes: Pointer, flags: number) => number>(
    'int posix_spawnattr_setflags(void *, short)',
  ),
  posix_spawnattr_setpgroup: error<(attributes: Pointer, group: number) => number>(
    'int posix_spawnattr_setpgroup(void *, int)',
  ),
  posix_spawnattr_setsigmask: error<OfPaths>('int posix_spawnattr_setsigmask(void *, void *)'),
  posix_spawnattr_setsigdefault: error<OfPaths>('int posix_spawnattr_setsigdefault(void *, void *)'),
  posix_spawn_file_actions_init: error<OfPath>('int posix_spawn_file_actions_init(void *)'),
  posix_spawn_file_actions_destroy: error<OfPath>('int posix_spawn_file_actions_destroy(void *)'),
  posix_spawn_file_actions_addclose: error<(actions: Pointer, fd: number) => number>(
    'int posix_spawn_file_actions_addclose(void *, int)',
  ),
  posix_spawn_file_actions_adddup2: error<(actions: Pointer, from: number, to: number) => number>(
    'int posix_spawn_file_actions_adddup2(void *, int, int)',
  ),
  posix_spawn_file_actions_addopen: error<
    (actions: Pointer, fd: number, path: Pointer, flags: number, mode: number) => number
  >('int posix_spawn_file_actions_addopen(void *, int, void *, int, uint)'),
};

export const identities = {
  getuid: value<Get>('uint getuid(void)'),
  geteuid: value<Get>('uint geteuid(void)'),
  getgid: value<Get>('uint getgid(void)'),
  getegid: value<Get>('uint getegid(void)'),
  setuid: status<OfInt>('int setuid(uint)'),
  seteuid: status<OfInt>('int seteuid(uint)'),
  setgid: status<OfInt>('int setgid(uint)'),
  setegid: status<OfInt>('int setegid(uint)'),
  setreuid: status<OfInts>('int setreuid(uint, uint)'),
  setregid: status<OfInts>('int setregid(uint, uint)'),
  setresuid: status<(real: number, effective: number, saved: number) => number>('int setresuid(uint, uint, uint)'),
  setresgid: status<(real: number, effective: number, saved: number) => number>('int setresgid(uint, uint, uint)'),
  getgroups: status<(count: number, gids: Pointer) => number>('int getgroups(int, void *)'),
  setgroups: status<(count: number, gids: Pointer) => number>('int setgroups(size_t, void *)'),
  getpwnam: address<(name: Pointer) => Address>('void *getpwnam(void *)'),
  getpwuid: address<(uid: number) => Address>('void *getpwuid(uint)'),
  getpwent: address<() => Address>('void *getpwent(void)'),
  setpwent: value<() => void>('void setpwent(void)'),
  endpwent: value<() => void>('void endpwent(void)'),
  getspnam: address<(name: Pointer) => Address>('void *getspnam(void *)'),
  getgrnam: address<(name: Pointer) => Address>('void *getgrnam(void *)'),
  getgrgid: address<(gid: number) => Address>('void *getgrgid(uint)'),
  getgrent: address<() => Address>('void *getgrent(void)'),
  setgrent: value<() => void>('void setgrent(void)'),
  endgrent: value<() => void>('void endgrent(void)'),
  getlogin: address<() => Address>('void *getlogin(void)'),
};

export const descriptors = {
  open: blocking<(path: Pointer, flags: number, mode: number) => number>('int open(void *, int, uint)'),
  close: status<OfInt>('int close(int)'),
  read: blocking<(fd: number, into: Pointer, length: number) => number>('long read(int, void *, size_t)'),
  write: blocking<(fd: number, from: Pointer, length: number) => number>('long write(int, void *, size_t)'),
  pread: status<(fd: number, into: Pointer, length: number, offset: Long) => number>(
    'long pread(int, void *, size_t, long)',
  ),
  lseek: status<(fd: number, offset: Long, whence: number) => number>('long lseek(int, long, int)'),
  pipe2: status<(fds: Pointer, flags: number) => number>('int pipe2(void *, int)'),
  dup: status<OfInt>('int dup(int)'),
  dup2: status<OfInts>('int dup2(int, int)'),
  // Variadic in C; an int and a pointer travel in the same register.
  fcntl: blocking<(fd: number, command: number, argument: Pointer | number) => number>('int fcntl(int, int, void *)'),
  ioctl: status<(fd: number, request: Long, argument: Pointer | number) => number>('int ioctl(int, ulong, void *)'),
  flock: blocking<OfInts>('int flock(int, int)'),
  fsync: status<OfInt>('int fsync(int)'),
  ftruncate: status<(fd: number, length: Long) => number>('int ftruncate(int, long)'),
  fchmod: status<OfInts>('int fchmod(int, uint)'),
  fchown: status<(fd: number, uid: number, gid: number) => number>('int fchown(int, uint, uint)'),
  fchdir: status<OfInt>('int fchdir(int)'),
  poll: blocking<(pollfds: Pointer, count: Long, milliseconds: number) => number>('int poll(void *, ulong, int)'),
  select: blocking<(nfds: number, read: Pointer, write: Pointer, except: Pointer, timeval: Pointer) => number>(
    'int select(int, void *, void *, void *, void *)',
  ),
  isatty: value<OfInt>('int isatty(int)'),
  ttyname: address<(fd: number) => Address>('void *ttyname(int)'),
};

export const paths = {
  access: status<(path: Pointer, mode: number) => number>('int access(void *, int)'),
  faccessat: status<(fd: number, path: Pointer, mode: number, flags: number) => number>(
    'int faccessat(int, void *, int, int)',
  ),
  chdir: status<OfPath>('int chdir(void *)'),
  chroot: status<OfPath>('int chroot(void *)'),
  chmod: status<(path: Pointer, mode: number) => number>('int chmod(void *, uint)'),
  chown: status<(path: Pointer, uid: number, gid: number) => number>('int chown(void *, uint, uint)'),
  lchown: status<(path: Pointer, uid: number, gid: number) => number>('int lchown(void *, uint, uint)'),
  link: status<OfPaths>('int link(void *, void *)'),
  symlink: status<OfPaths>('int symlink(void *, void *)'),
  readlink: status<(path: Pointer, into: Pointer, length: number) => number>('long readlink(void *, void *, size_t)'),
  mkdir: status<(path: Pointer, mode: number) => number>('int mkdir(void *, uint)'),
  mkfifo: status<(path: Pointer, mode: number) => number>('int mkfifo(void *, uint)'),
  rmdir: status<OfPath>('int rmdir(void *)'),
  rename: status<OfPaths>('int rename(void *, void *)'),
  unlink: status<OfPath>('int unlink(void *)'),
  truncate: status<(path: Pointer, length: Long) => number>('int truncate(void *, long)'),
  utimensat: status<(fd: number, path: Pointer, timespecs: Pointer, flags: number) => number>(
    'int utimensat(int, void *, void *, int)',
  ),
  futimens: status<(fd: number, timespecs: Pointer) => number>('int futimens(int, void *)'),
  /** Any system call: the program says which, and what its operands are (perlfunc syscall). */
  syscall_any: blocking<(number: Long, a: Long, b: Long, c: Long, d: Long, e: Long, f: Long, g: Long) => number>(
    'long syscall(long, long, long, long, long, long, long, long)',
  ),
  umask: value<OfInt>('uint umask(uint)'),
  getcwd: address<(into: Pointer, length: number) => Address>('void *getcwd(void *, size_t)'),
  /** statx(2) by number: glibc wraps it since 2.28, musl since 1.2.5. */
  syscall_statx: status<
    (number: number, fd: number, path: Pointer, flags: number, mask: number, statx: Pointer) => number
  >('long syscall(long, int, void *, int, uint, void *)'),
};

const signalling = {
  sigaction: status<(signal: number, action: Pointer, old: Pointer) => number>('int sigaction(int, void *, void *)'),
  /** tgkill(2) by number: glibc wraps it since 2.30, musl does not. */
  syscall_tgkill: status<(number: number, pid: number, tid: number, signal: number) => number>(
    'long syscall(long, int, int, int)',
  ),
  /** timer_create(2) and timer_settime(2) by number, for the kernel's own timer numbers. */
  syscall_timer_create: status<(number: number, clock: number, sigevent: Pointer, timer: Pointer) => number>(
    'long syscall(long, int, void *, void *)',
  ),
  syscall_timer_settime: status<
    (number: number, timer: number, flags: number, itimerspec: Pointer, old: Pointer) => number
  >('long syscall(long, int, int, void *, void *)'),
  sigprocmask: status<(how: number, set: Pointer, old: Pointer) => number>('int sigprocmask(int, void *, void *)'),
  sigpending: status<(set: Pointer) => number>('int sigpending(void *)'),
  sigsuspend: blocking<(mask: Pointer) => number>('int sigsuspend(void *)'),
  pause: blocking<Get>('int pause(void)'),
  alarm: value<OfInt>('uint alarm(uint)'),
  setitimer: status<(which: number, itimerval: Pointer, old: Pointer) => number>('int setitimer(int, void *, void *)'),
  getitimer: status<(which: number, itimerval: Pointer) => number>('int getitimer(int, void *)'),
  nanosleep: blocking<(timespec: Pointer, remaining: Pointer) => number>('int nanosleep(void *, void *)'),
  clock_nanosleep: error<(clock: number, flags: number, timespec: Pointer, remaining: Pointer) => number>(
    'int clock_nanosleep(int, int, void *, void *)',
  ),
};

export const sockets = {
  socket: status<(domain: number, type: number, protocol: number) => number>('int socket(int, int, int)'),
  socketpair: status<(domain: number, type: number, protocol: number, fds: Pointer) => number>(
    'int socketpair(int, int, int, void *)',
  ),
  bind: status<(fd: number, sockaddr: Pointer, length: number) => number>('int bind(int, void *, uint)'),
  listen: status<OfInts>('int listen(int, int)'),
  accept4: blocking<(fd: number, sockaddr: Pointer, length: Pointer, flags: number) => number>(
    'int accept4(int, void *, void *, int)',
  ),
  connect: blocking<(fd: number, sockaddr: Pointer, length: number) => number>('int connect(int, void *, uint)'),
  send: blocking<(fd: number, from: Pointer, length: number, flags: number) => number>(
    'long send(int, void *, size_t, int)',
  ),
  sendto: blocking<
    (fd: number, from: Pointer, length: number, flags: number, sockaddr: Pointer, addressLength: number) => number
  >('long sendto(int, void *, size_t, int, void *, uint)'),
  recv: blocking<(fd: number, into: Pointer, length: number, flags: number) => number>(
    'long recv(int, void *, size_t, int)',
  ),
  recvfrom: blocking<
    (fd: number, into: Pointer, length: number, flags: number, sockaddr: Pointer, addressLength: Pointer) => number
  >('long recvfrom(int, void *, size_t, int, void *, void *)'),
  shutdown: status<OfInts>('int shutdown(int, int)'),
  setsockopt: status<(fd: number, level: number, option: number, from: Pointer, length: number) => number>(
    'int setsockopt(int, int, int, void *, uint)',
  ),
  getsockopt: status<(fd: number, level: number, option: number, into: Pointer, length: Pointer) => number>(
    'int getsockopt(int, int, int, void *, void *)',
  ),
  getsockname: status<(fd: number, sockaddr: Pointer, length: Pointer) => number>(
    'int getsockname(int, void *, void *)',
  ),
  getpeername: status<(fd: number, sockaddr: Pointer, length: Pointer) => number>(
    'int getpeername(int, void *, void *)',
  ),
};

/** syslog(3): the ident stays in use until closelog. The variadic text is passed in a register like any pointer. */
const logging = {
  openlog: value<(ident: Pointer, option: number, facility: number) => void>('void openlog(void *, int, int)'),
  syslog: value<(priority: number, format: Pointer, text: Pointer) => void>('void syslog(int, void *, void *)'),
  closelog: value<() => void>('void closelog(void)'),
  setlogmask: value<OfInt>('int setlogmask(int)'),
};

export const texts = {
  __errno_location: value<() => bigint>('void *__errno_location(void)'),
  strerror: value<(errno: number) => string>('const char *strerror(int)'),
  /** snprintf(3) with one double: a variadic double travels in its own way, so koffi has to know that it is one. */
  snprintf: value<(into: Pointer, size: number, format: Pointer, type: 'double', number: number) => number>(
    'int snprintf(void *, size_t, void *, ...)',
  ),
};

/** All rows. The key is the C name, or the C name, `_`, and what distinguishes the row. */
export const prototypes = {
  ...systemV,
  ...memory,
  ...processes,
  ...spawning,
  ...identities,
  ...descriptors,
  ...paths,
  ...signalling,
  ...sockets,
  ...logging,
  ...texts,
};

export type Prototypes = typeof prototypes;

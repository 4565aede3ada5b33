// What works where there is no Linux: other-platform.mjs DIST PLATFORM ARCHITECTURE. koffi cannot be loaded at all.
import Module from 'node:module';

const [, , dist, platform, arch] = process.argv;
Object.defineProperty(process, 'platform', { value: platform });
Object.defineProperty(process, 'arch', { value: arch });
const { _load: load } = Module;
Module._load = (name, ...rest) => {
  if (/koffi/.test(name)) throw new Error('koffi is loaded');
  return load(name, ...rest);
};

const { createSysV, errnoText } = await import(`${dist}/index.js`);
const { MemoryKernel } = await import(`${dist}/kernel-memory/index.js`);
const { Perl } = await import(`${dist}/interpreter/index.js`);
const { guardKernel } = await import(`${dist}/hosts/zeroperl/index.js`);
const { createIpcSysV } = await import(`${dist}/ipc-sysv/index.js`);
await import(`${dist}/conformance/index.js`);
await import(`${dist}/runtime/index.js`);

const host = { toDouble: Number, toInteger: Number, toUnsigned: Number, setErrno: (errno) => (host.errno = errno) };
const kernel = new MemoryKernel();
const sysv = createSysV(host, { kernel: guardKernel(kernel, {}).kernel });
console.log('builtins', sysv.shmget(0, 10, 0o600), sysv.shmget(5, 10, 0), errnoText(host.errno));
console.log('subs', createIpcSysV(host, { kernel }).subs.length);

const perl = new Perl({ kernel: new MemoryKernel(), stdout: (bytes) => process.stdout.write(bytes), env: {} });
perl.run(`
  use strict; use warnings;
  use IPC::SysV qw(IPC_PRIVATE IPC_STAT IPC_NOWAIT ftok);
  use IPC::SharedMem; use IPC::Semaphore; use IPC::Msg;
  my $memory = IPC::SharedMem->new(IPC_PRIVATE, 20, 0600);
  $memory->attach; $memory->write('attached', 0, 8);
  my $set = IPC::Semaphore->new(IPC_PRIVATE, 2, 0600);
  $set->setall(3, 4);
  my $queue = IPC::Msg->new(IPC_PRIVATE, 0600);
  $queue->snd(7, sprintf '%05.2f', 3.14159);
  $queue->rcv(my $text, 100, 0, IPC_NOWAIT);
  shmctl($memory->id, IPC_STAT, my $data) or die;
  printf "%s %s %s %d bytes\\n", $memory->read(0, 8), join(',', $set->getall), $text, length $data;
`);

/** @param {() => unknown} code */
function refused(code) {
  try {
    return code();
  } catch (error) {
    return error.message;
  }
}
console.log(refused(() => createSysV(host)));
console.log(refused(() => new Perl().eval('shmget(0, 1, 0)')));

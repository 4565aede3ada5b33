// The interpreter as a library, with System V IPC in memory: nothing leaves this process.
import { Perl, PerlError } from 'perl-sysv-ipc/interpreter';
import { MemoryKernel } from 'perl-sysv-ipc/kernel-memory';

const perl = new Perl({ kernel: new MemoryKernel(), stdout: (bytes) => process.stdout.write(bytes), argv: ['world'] });

console.log('status', perl.run('print "hello @ARGV\\n"; END { print "bye\\n" } exit 3'));

perl.eval('sub total { my $sum = 0; $sum += $_ for @_; return $sum }');
console.log('total', perl.call('total', 1, 2, 39));

perl.define('js_upper', (text) => String(text).toUpperCase(), '$');
console.log(perl.eval('join " ", map { js_upper($_) } qw(from perl)'));

perl.eval(
  'use IPC::SysV qw(IPC_PRIVATE); our $queue = msgget(IPC_PRIVATE, 0600); msgsnd($queue, pack("l! a*", 7, "kept"), 0)',
);
console.log(perl.evalList('msgrcv($queue, my $m, 100, 0, 0); unpack "l! a*", $m'));

try {
  perl.eval('die { code => 42 }');
} catch (error) {
  console.log(error instanceof PerlError, error.value);
}

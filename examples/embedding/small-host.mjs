// A whole host: Perl scalars as { value } objects, and a program that uses the builtins over them.
import { createSysV } from 'perl-sysv-ipc';

const place = () => ' at small-host line 1.\n'; // an interpreter knows the file and the line of the statement

class SmallHost {
  errno = 0; // $!

  // --- Reading an operand: one FETCH, perl's warnings, perl's conversion ---
  toDouble(scalar, op) {
    const { value } = scalar;
    if (value === undefined) this.warn(`Use of uninitialized value in ${op}`);
    if (typeof value === 'number') return value;
    const text = String(value ?? 0);
    const number = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*$/i.exec(text);
    if (number === null && text !== '0 but true') this.warn(`Argument "${text}" isn't numeric in ${op}`);
    return Number.parseFloat(text) || 0;
  }
  toInteger(scalar, op) {
    const whole = Math.trunc(this.toDouble(scalar, op)) || 0;
    if (Number.isSafeInteger(whole)) return whole;
    return whole >= 2 ** 64 ? -1 : BigInt.asIntN(64, BigInt(Math.max(whole, -(2 ** 63))));
  }
  toIntegerOrUndef(scalar, op) {
    return scalar.value === undefined ? undefined : this.toInteger(scalar, op);
  }
  toUnsigned(scalar, op) {
    const integer = this.toInteger(scalar, op);
    return integer < 0 ? BigInt.asUintN(64, BigInt(integer)) : integer;
  }
  toBytes(scalar, op) {
    if (scalar.value === undefined) this.warn(`Use of uninitialized value in ${op}`);
    const text = String(scalar.value ?? '');
    return /[^\0-\xff]/.test(text) ? undefined : text; // undefined: a wide character
  }

  // --- Writing the variable of shmread, msgrcv, IPC_STAT, GETALL ---
  prepare(scalar, how) {
    if (Object.isFrozen(scalar)) return false;
    if (how === 'define') scalar.value ??= '';
    if (how === 'stringify') scalar.value = String(scalar.value);
    return true;
  }
  storeBytes(scalar, bytes) {
    scalar.value = Buffer.from(bytes).toString('latin1');
  }

  // --- Errors ---
  setErrno(errno) {
    this.errno = errno;
  }
  croak(message) {
    throw new Error(message + place());
  }
  warn(message) {
    process.stderr.write(message + place());
  }
}

// What an interpreter makes of: my $id = shmget(IPC_PRIVATE, 100, 0600); ...
const host = new SmallHost();
const sysv = createSysV(host);
const scalar = (value) => ({ value });
const IPC_RMID = 0;

const id = scalar(sysv.shmget(scalar(0), scalar('100'), scalar(0o600)));
console.log('shmwrite', sysv.shmwrite(id, scalar('caf\xe9'), scalar(10), scalar(6)));
const variable = scalar();
console.log('shmread', sysv.shmread(id, variable, scalar(10), scalar(6)), JSON.stringify(variable.value));
console.log('outside', sysv.shmread(id, variable, scalar(99), scalar(2)), '$! =', host.errno);
try {
  sysv.shmwrite(id, scalar('\u263a'), scalar(0), scalar(1));
} catch (error) {
  console.log('died', error.message.trimEnd());
}
console.log('removed', sysv.shmctl(id, scalar(IPC_RMID), scalar(0)));

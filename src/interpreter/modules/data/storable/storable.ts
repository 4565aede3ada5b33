/** Storable (perldoc Storable): freeze, thaw, store, retrieve and dclone, in real perl's format. */
import { PerlArray } from '../../../../runtime/array.js';
import { str, truthy } from '../../../../runtime/convert.js';
import { PerlHash } from '../../../../runtime/hash.js';
import { Scalar } from '../../../../runtime/scalar.js';
import { errnoText } from '../../../../runtime/errno.js';
import { type PerlValue, referentOf, ScalarRef } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { tieTo } from '../../../library/tie.js';
import { callPerl, readFile, writeFile } from '../handles.js';
import { exportsOf, type NativeModule, words } from '../../native-module.js';
import { Cloner } from './clone.js';
import { FILE_MAGIC } from './format.js';
import { freezeByHook, thawByHook } from './hooks.js';
import { Reader, Truncated } from './reader.js';
import { Writer } from './writer.js';

/** Version, byte order and sizes, unless the image is in network order. */
const NATIVE_HEADER = 14;

export const storable: NativeModule = {
  version: '3.37',
  install(perl) {
    exportsOf(perl, 'Storable', {
      always: words('store retrieve'),
      onRequest:
        words(`nstore store_fd nstore_fd fd_retrieve freeze nfreeze thaw dclone retrieve_fd lock_store lock_nstore lock_retrieve
        file_magic read_magic BLESS_OK TIE_OK FLAGS_COMPAT stack_depth stack_depth_hash`),
    });
    const define = (name: string, fn: (args: PerlArray) => PerlValue): void =>
      void perl.define(`Storable::${name}`, fn);
    define('freeze', (args) => image(perl, args.get(0), false));
    define('nfreeze', (args) => image(perl, args.get(0), true));
    define('thaw', (args) => thawText(perl, str(args.get(0), 'thaw')));
    define('dclone', (args) => dclone(perl, args.get(0)));
    for (const name of ['store', 'lock_store']) define(name, (args) => store(perl, args, false));
    for (const name of ['nstore', 'lock_nstore']) define(name, (args) => store(perl, args, true));
    for (const name of ['retrieve', 'lock_retrieve']) define(name, (args) => retrieve(perl, args.get(0)));
    define('store_fd', (args) => printTo(perl, args.get(1), image(perl, args.get(0), false)));
    define('nstore_fd', (args) => printTo(perl, args.get(1), image(perl, args.get(0), true)));
    for (const name of ['fd_retrieve', 'retrieve_fd']) {
      define(name, (args) => fromHandle(perl, args.get(0)));
    }
    for (const name of ['BLESS_OK', 'TIE_OK', 'FLAGS_COMPAT']) define(name, () => 2);
    for (const name of ['stack_depth', 'stack_depth_hash']) define(name, () => -1);
    define('last_op_in_netorder', () => 0);
  },
};

function image(perl: Interp, v: PerlValue, network: boolean): string {
  return new Writer({
    network,
    canonical: truthy(perl.scalar('Storable::canonical').v),
    overloaded: (cls) =>
      perl.findMethod(perl.stash(cls), '((') !== null || perl.findMethod(perl.stash(cls), '()') !== null,
    freeze: (object) => freezeByHook(perl, object, 0),
    die: (message) => perl.die(message),
  }).write(v);
}

function thawText(perl: Interp, bytes: string): PerlValue {
  const isWhole = bytes.length > (bytes.charCodeAt(0) & 1 ? 1 : NATIVE_HEADER);
  return isWhole ? thaw(perl, bytes) : perl.die('Magic number checking on storable string failed');
}

function thaw(perl: Interp, bytes: string, more: (count: number) => string | null = () => null): PerlValue {
  const reader = new Reader(bytes, {
    stash: (cls) => perl.stash(cls),
    regExp: (pattern, flags) =>
      callPerl(perl, 'my ($p, $f) = @_; $f =~ tr/msixpn//cd; $f eq "" ? qr/$p/ : qr/(?^$f:$p)/', [pattern, flags]),
    tie: (variable, object) => tieTo(perl, variable, object),
    thaw: (object, frozen, inside) => thawByHook(perl, object, frozen, inside, 0),
    die: (message) => perl.die(message),
    more,
  });
  try {
    return reader.read();
  } catch (e) {
    if (e instanceof Truncated) return undefined;
    throw e;
  }
}

function cloneWithHooks(perl: Interp, object: PerlValue, copy: (v: PerlValue) => PerlValue): PerlValue | null {
  const frozen = freezeByHook(perl, object, 4);
  if (frozen === null) return null;
  const empty =
    object instanceof PerlHash ? new PerlHash() : object instanceof PerlArray ? new PerlArray() : new Scalar(undefined);
  empty.blessed = referentOf(object)?.blessed as NonNullable<typeof empty.blessed>;
  const made: PerlValue = empty instanceof Scalar ? new ScalarRef(empty) : empty;
  return thawByHook(perl, made, frozen.text, frozen.inside.map(copy), 4);
}

function dclone(perl: Interp, v: PerlValue): PerlValue {
  if (referentOf(v) === null) return v;
  const cloner = new Cloner({
    hooks: (object, inner) => cloneWithHooks(perl, object, inner),
    tie: (variable, object) => tieTo(perl, variable, object),
    fail: (message) => perl.die(message),
  });
  return cloner.value(v);
}

function store(perl: Interp, args: PerlArray, network: boolean): PerlValue {
  const [v, name] = args.list();
  const bytes = FILE_MAGIC + image(perl, v, network);
  if (!truthy(writeFile(perl, name, bytes))) perl.die(`can't create ${str(name, 'store')}: ${errnoText(perl.errno)}`);
  return 1;
}

function retrieve(perl: Interp, name: PerlValue): PerlValue {
  const bytes = readFile(perl, name);
  if (bytes === undefined) return perl.die(`can't open ${str(name, 'retrieve')}: ${errnoText(perl.errno)}`);
  return fromFile(perl, str(bytes, 'retrieve'));
}

function fromFile(perl: Interp, bytes: string): PerlValue {
  if (!bytes.startsWith(FILE_MAGIC)) perl.die('File is not a perl storable');
  return thaw(perl, bytes.slice(FILE_MAGIC.length));
}

/** What follows on a handle is left there: the other end of a pipe may still be at work. */
function fromHandle(perl: Interp, handle: PerlValue): PerlValue {
  const more = (count: number): string | null => {
    const bytes = str(callPerl(perl, 'my $t = ""; read $_[0], $t, $_[1]; $t', [handle, count]), 'read');
    return bytes.length === count ? bytes : null;
  };
  callPerl(perl, 'binmode $_[0]', [handle]);
  const magic = more(FILE_MAGIC.length) ?? perl.die('Magic number checking on storable file failed');
  if (magic !== FILE_MAGIC) perl.die('File is not a perl storable');
  return thaw(perl, '', more);
}

function printTo(perl: Interp, handle: PerlValue, bytes: string): PerlValue {
  return callPerl(perl, 'my $h = $_[0]; binmode $h; print $h $_[1]', [handle, FILE_MAGIC + bytes]);
}

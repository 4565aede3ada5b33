/** Digest::MD5 and Digest::SHA over node:crypto (perldoc Digest::MD5, Digest::SHA). */
import { createHash, createHmac } from 'node:crypto';
import type { PerlArray } from '../../../runtime/array.js';
import { int, str } from '../../../runtime/convert.js';
import { PerlHash } from '../../../runtime/hash.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { readAll } from './handles.js';
import { exportsOf, type NativeModule } from '../native-module.js';
import { bytesOf } from './mime-base64.js';

type Form = 'latin1' | 'hex' | 'base64';

function formatted(digest: Buffer, form: Form): string {
  const text = digest.toString(form);
  return form === 'base64' ? text.replace(/=+$/, '') : text;
}

const joined = (perl: Interp, values: readonly PerlValue[]): string =>
  bytesOf(perl, values.map((v) => str(v, 'subroutine entry')).join(''));

const forms: readonly [suffix: string, form: Form][] = [
  ['', 'latin1'],
  ['_hex', 'hex'],
  ['_base64', 'base64'],
];

/** Functions such as md5_hex and sha256_base64. */
function defineFunctions(perl: Interp, pkg: string, name: string, algorithm: string): string[] {
  return forms.map(([suffix, form]) => {
    perl.define(`${pkg}::${name}${suffix}`, (args) =>
      formatted(createHash(algorithm).update(joined(perl, args.list()), 'latin1').digest(), form),
    );
    return name + suffix;
  });
}

/** hmac_sha256_hex(data..., key) */
function defineHmac(perl: Interp, name: string, algorithm: string): string[] {
  return forms.map(([suffix, form]) => {
    perl.define(`Digest::SHA::hmac_${name}${suffix}`, (args) => {
      const list = args.list();
      const key = list.length > 0 ? str(list.pop() ?? '', 'hmac') : '';
      return formatted(
        createHmac(algorithm, Buffer.from(key, 'latin1')).update(joined(perl, list), 'latin1').digest(),
        form,
      );
    });
    return `hmac_${name}${suffix}`;
  });
}

/** What an object has been given so far. */
const states = new WeakMap<PerlHash, { algorithm: string; data: string[] }>();

function stateOf(perl: Interp, args: PerlArray): { algorithm: string; data: string[] } {
  const self = args.get(0);
  const state = self instanceof PerlHash ? states.get(self) : undefined;
  return state ?? perl.die('Not a reference to a digest object');
}

function defineObject(perl: Interp, pkg: string, algorithmOf: (args: PerlArray) => string): void {
  const define = (name: string, fn: (args: PerlArray) => PerlValue): void => void perl.define(`${pkg}::${name}`, fn);
  define('new', (args) => {
    const first = args.get(0);
    if (first instanceof PerlHash) {
      stateOf(perl, args).data.length = 0;
      return first;
    }
    const object = new PerlHash();
    object.blessed = perl.stash(str(first, 'new'));
    states.set(object, { algorithm: algorithmOf(args), data: [] });
    return object;
  });
  define('reset', (args) => {
    stateOf(perl, args).data.length = 0;
    return args.get(0);
  });
  define('clone', (args) => {
    const { algorithm, data } = stateOf(perl, args);
    const copy = new PerlHash();
    copy.blessed = (args.get(0) as PerlHash).blessed;
    states.set(copy, { algorithm, data: [...data] });
    return copy;
  });
  define('add', (args) => {
    stateOf(perl, args).data.push(joined(perl, args.list().slice(1)));
    return args.get(0);
  });
  define('addfile', (args) => {
    stateOf(perl, args).data.push(readAll(perl, args.get(1)));
    return args.get(0);
  });
  const finish =
    (form: Form) =>
    (args: PerlArray): PerlValue => {
      const state = stateOf(perl, args);
      const digest = createHash(state.algorithm).update(state.data.join(''), 'latin1').digest();
      state.data.length = 0;
      return formatted(digest, form);
    };
  define('digest', finish('latin1'));
  define('hexdigest', finish('hex'));
  define('b64digest', finish('base64'));
}

export const digestMd5: NativeModule = {
  version: '2.58',
  install(perl) {
    const onRequest = defineFunctions(perl, 'Digest::MD5', 'md5', 'md5');
    exportsOf(perl, 'Digest::MD5', { onRequest });
    defineObject(perl, 'Digest::MD5', () => 'md5');
  },
};

const shaSizes = ['1', '224', '256', '384', '512'];

/** `new(256)`, `new('sha-256')`, `new('SHA512')` */
function shaAlgorithm(perl: Interp, args: PerlArray): string {
  const given = args.length > 1 ? str(args.get(1), 'new') : '1';
  const size = given.replace(/\D+/g, '');
  return shaSizes.includes(size) ? `sha${size}` : perl.die(`unknown digest algorithm ${given}`);
}

export const digestSha: NativeModule = {
  version: '6.02',
  install(perl) {
    const onRequest = shaSizes.flatMap((size) => [
      ...defineFunctions(perl, 'Digest::SHA', `sha${size}`, `sha${size}`),
      ...defineHmac(perl, `sha${size}`, `sha${size}`),
    ]);
    exportsOf(perl, 'Digest::SHA', { onRequest });
    defineObject(perl, 'Digest::SHA', (args) => shaAlgorithm(perl, args));
    perl.define('Digest::SHA::algorithm', (args) => Number(stateOf(perl, args).algorithm.slice(3)));
    perl.define('Digest::SHA::hashsize', (args) =>
      Number(int(Number(stateOf(perl, args).algorithm.slice(3)), 'hashsize')),
    );
  },
};

/** The pragma constant (perldoc constant): subs with an empty prototype whose values the compiler inlines. */
import { str } from '../../../runtime/convert.js';
import { PerlHash } from '../../../runtime/hash.js';
import { type PerlValue, referentOf } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { defineConstant, type NativeModule, words } from '../native-module.js';
import { refName } from './ref-name.js';

const keywords = new Set(words('BEGIN INIT CHECK END DESTROY AUTOLOAD UNITCHECK'));
const forcedIntoMain = new Set(words('STDIN STDOUT STDERR ARGV ARGVOUT ENV INC SIG'));

export const constant: NativeModule = {
  version: '1.33',
  install(perl) {
    perl.define('constant::import', (args) => declare(perl, args.list().slice(1)));
  },
};

function declare(perl: Interp, list: PerlValue[]): void {
  if (list.length === 0) return;
  const [first, ...values] = list;
  if (first instanceof PerlHash) {
    for (const name of first.keys()) declareOne(perl, name, [first.get(name)], false);
    return;
  }
  if (referentOf(first) !== null) perl.die(`Invalid reference type '${refName(first)}' not 'HASH'`);
  if (first === undefined) perl.die("Can't use undef as constant name");
  declareOne(perl, str(first, 'constant'), values, values.length > 0);
}

function declareOne(perl: Interp, given: string, values: PerlValue[], hasValue: boolean): void {
  const split = /^(.*)(?:::|')(?=.)/s.exec(given);
  const pkg = split ? (split[1] as string) : perl.currentPackage();
  const name = split ? given.slice(split[0].length) : given;
  checkName(perl, name, pkg, hasValue);
  const fullName = `${pkg}::${name}`;
  perl.glob('constant::declared').hv.set(fullName, 1);
  if (values.length === 1) return defineConstant(perl, fullName, values[0]);
  const list = [...values];
  const code = perl.define(fullName, (_args, want) => (want === 2 ? [...list] : list[list.length - 1]), '');
  code.constant = { list };
}

function checkName(perl: Interp, name: string, pkg: string, hasValue: boolean): void {
  const special = keywords.has(name) || forcedIntoMain.has(name);
  if (/^_?[^\W_0-9]\w*$/.test(name) && !special) return;
  if (forcedIntoMain.has(name) && pkg !== 'main') perl.die(`Constant name '${name}' is forced into main::`);
  if (name.startsWith('__')) perl.die(`Constant name '${name}' begins with '__'`);
  if (/^[A-Za-z_]\w*$/.test(name)) {
    if (keywords.has(name)) perl.warn('all', `Constant name '${name}' is a Perl keyword`);
    else if (special) perl.warn('all', `Constant name '${name}' is forced into package main::`);
    return;
  }
  if (!/^[01]?$/.test(name)) perl.die(`Constant name '${name}' has invalid characters`);
  perl.die(hasValue ? `Constant name '${name}' is invalid` : 'Constant name looks like boolean value');
}

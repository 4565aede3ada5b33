/** A little of B (perldoc B): the name of a sub, flags of a scalar, and quoting. */
import { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { PerlHash } from '../../../runtime/hash.js';
import { Dual, FlaggedString, FloatInteger, type PerlValue, ScalarRef } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../native-module.js';

const flags = {
  SVf_IOK: 0x100,
  SVf_NOK: 0x200,
  SVf_POK: 0x400,
  SVf_ROK: 0x800,
  SVp_IOK: 0x1000,
  SVp_NOK: 0x2000,
  SVp_POK: 0x4000,
};

export const b: NativeModule = {
  version: '1.89',
  install(perl) {
    exportsOf(perl, 'B', {
      onRequest: [...words('svref_2object perlstring cstring main_cv sub_generation'), ...Object.keys(flags)],
    });
    defineConstants(perl, 'B', flags);
    perl.define('B::svref_2object', (args) => wrap(perl, args.get(0)));
    perl.define('B::perlstring', (args) => quoted(str(args.get(0), 'perlstring'), true));
    perl.define('B::cstring', (args) => quoted(str(args.get(0), 'cstring'), false));
    const method = (name: string, fn: (object: PerlHash) => PerlValue): void => {
      perl.define(`B::OBJECT::${name}`, (args) => fn(args.get(0) as PerlHash));
    };
    for (const name of ['CV', 'GV', 'HV', 'SV', 'IV', 'PV', 'NV', 'PVMG'])
      perl.glob(`B::${name}::ISA`).av.push('B::OBJECT');
    method('GV', (o) => object(perl, 'B::GV', o.get('of')));
    method('STASH', (o) => object(perl, 'B::HV', o.get('of')));
    method('NAME', (o) => {
      const code = o.get('of') as PerlCode;
      return o.blessed?.name === 'B::HV' ? code.stash.name : code.name;
    });
    method('SAFENAME', (o) => (o.get('of') as PerlCode).name);
    method('LINE', (o) => (o.get('of') as PerlCode).line);
    method('FILE', (o) => (o.get('of') as PerlCode).file);
    method('START', (o) => o);
    method('line', (o) => (o.get('of') as PerlCode).line);
    method('CvFLAGS', () => 0);
    method('XSUB', (o) => ((o.get('of') as PerlCode).native ? 1 : 0));
    method('FLAGS', (o) => flagsOf(o.get('of')));
    method('REFCNT', () => 1);
  },
};

function object(perl: Interp, cls: string, of: PerlValue): PerlHash {
  const made = new PerlHash(new Map([['of', of]]));
  made.blessed = perl.stash(cls);
  return made;
}

function wrap(perl: Interp, v: PerlValue): PerlValue {
  if (v instanceof PerlCode) return object(perl, 'B::CV', v);
  if (v instanceof ScalarRef) return object(perl, 'B::SV', v.target.v);
  return object(perl, 'B::SV', v);
}

function flagsOf(v: PerlValue): number {
  if (typeof v === 'number') return Number.isInteger(v) ? flags.SVf_IOK | flags.SVp_IOK : flags.SVf_NOK | flags.SVp_NOK;
  if (typeof v === 'bigint') return flags.SVf_IOK | flags.SVp_IOK;
  if (v instanceof FloatInteger) return flags.SVf_NOK | flags.SVp_NOK;
  if (v instanceof Dual) return flags.SVf_IOK | flags.SVf_POK | flags.SVp_IOK | flags.SVp_POK;
  if (typeof v === 'string' || v instanceof FlaggedString) return flags.SVf_POK | flags.SVp_POK;
  return v === undefined ? 0 : flags.SVf_ROK;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\x1b': '\\e',
};

/** The text as a double-quoted literal of Perl (or C). */
function quoted(text: string, perlSyntax: boolean): string {
  const inside = text
    .replace(perlSyntax ? /["\\$@]/g : /["\\]/g, '\\$&')
    .replace(/[^ -~]/g, (c, at: number, all: string) => {
      const known = escapes[c];
      if (known !== undefined && (perlSyntax || c !== '\x1b')) return known;
      const code = c.charCodeAt(0);
      if (code > 255) return `\\x{${code.toString(16)}}`;
      return `\\${code.toString(8).padStart(/^\d/.test(all.slice(at + 1)) || !perlSyntax ? 3 : 1, '0')}`;
    });
  return `"${inside}"`;
}

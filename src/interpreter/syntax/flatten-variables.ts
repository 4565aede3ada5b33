import type { ActionDict, Node } from 'ohm-js';
import type { Sigil } from './ast.js';
import type { BraceToken, CastToken, VariableToken } from './flat.js';
import { at, end, nameOf, packageName, pushToken, readAll, spelled, textOf, tokenOf } from './flat-builder.js';

function variable(node: Node, sigil: Sigil | '$#', name: Node): void {
  const raw = textOf(name);
  const braced = raw.startsWith('{');
  const plain = (braced ? raw.slice(1, -1).trim() : raw).replaceAll(/'(?=\w)/g, '::');
  pushToken({ kind: 'variable', sigil, name: spelled(packageName(plain)), braced, at: at(node), end: end(name) });
}

function cast(node: Node, sigil: Sigil | '$#', inner: Node): void {
  const token = tokenOf<VariableToken | CastToken | BraceToken>(inner);
  pushToken({ kind: 'cast', sigil, inner: token, at: at(node), end: end(inner) });
}

/** perldata: variables and dereferences */
export const variableActions: ActionDict<void> = {
  plainScalar(sigil, name, _sp, tails, infix) {
    const token = {
      kind: 'variable',
      sigil: '$',
      name: nameOf(name),
      braced: false,
      at: at(sigil),
      end: end(name),
    } as const;
    pushToken(token);
    readAll([tails, infix]);
  },
  specialScalar(_guard, scalar) {
    readAll([scalar]);
  },
  literal(_guard, literal) {
    readAll([literal]);
  },
  group(_guard, group) {
    readAll([group]);
  },
  sigiled(_guard, sigiled) {
    readAll([sigiled]);
  },
  tail(_guard, tail) {
    readAll([tail]);
  },
  scalarName_lastOf(_sigil, inner) {
    cast(this, '$#', inner);
  },
  scalarName_last(_sigil, name) {
    variable(this, '$#', name);
  },
  scalarName_lastSpecial(_sigil, name) {
    variable(this, '$#', name);
  },
  scalarName_number(_name, _bracket) {
    pushToken({ kind: 'variable', sigil: '$', name: '#', braced: false, at: at(this), end: end(this) });
  },
  scalarName_name(_sigil, name) {
    variable(this, '$', name);
  },
  scalarName_cast(_sigil, inner) {
    cast(this, '$', inner);
  },
  scalarName_spacedName(_sigil, _blank, _sp, name) {
    variable(this, '$', name);
  },
  scalarName_spacedCast(_sigil, _blank, _sp, inner) {
    cast(this, '$', inner);
  },
  scalarName_special(_sigil, name) {
    variable(this, '$', name);
  },
  array_name(_sigil, name, _sp) {
    variable(this, '@', name);
  },
  array_cast(_sigil, _gap, inner, _sp) {
    cast(this, '@', inner);
  },
  hash_name(_sigil, name, _sp) {
    variable(this, '%', name);
  },
  hash_cast(_sigil, _gap, inner, _sp) {
    cast(this, '%', inner);
  },
  code_name(_sigil, _gap, name, _sp) {
    variable(this, '&', name);
  },
  code_cast(_sigil, _gap, inner, _sp) {
    cast(this, '&', inner);
  },
  glob_name(_sigil, name, _sp) {
    variable(this, '*', name);
  },
  glob_cast(_sigil, inner, _sp) {
    cast(this, '*', inner);
  },
  dereferenced_name(_sigil, name) {
    variable(this, '$', name);
  },
  dereferenced_cast(_sigil, inner) {
    cast(this, '$', inner);
  },
};

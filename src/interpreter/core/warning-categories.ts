/** The tree of warning categories (perldoc warnings, "Category Hierarchy"), and the ones modules register. */
import { perInterpreter } from '../../runtime/per-interpreter.js';

const tree: Readonly<Record<string, readonly string[]>> = {
  all: [
    'closure',
    'deprecated',
    'exiting',
    'glob',
    'io',
    'misc',
    'numeric',
    'once',
    'overflow',
    'pack',
    'portable',
    'recursion',
    'redefine',
    'regexp',
    'severe',
    'signal',
    'substr',
    'syntax',
    'taint',
    'threads',
    'uninitialized',
    'unpack',
    'untie',
    'utf8',
    'void',
    'imprecision',
    'illegalproto',
    'non_unicode',
    'nonchar',
    'surrogate',
    'experimental',
    'locale',
    'missing',
    'redundant',
    'shadow',
    'scalar',
    'unopened',
    'closed',
  ],
  deprecated: [
    'deprecated::apostrophe_as_package_separator',
    'deprecated::smartmatch',
    'deprecated::dot_in_inc',
    'deprecated::goto_construct',
    'deprecated::version_downgrade',
  ],
  experimental: [
    'experimental::args_array_with_signatures',
    'experimental::builtin',
    'experimental::class',
    'experimental::declared_refs',
    'experimental::defer',
    'experimental::extra_paired_delimiters',
    'experimental::for_list',
    'experimental::private_use',
    'experimental::re_strict',
    'experimental::refaliasing',
    'experimental::regex_sets',
    'experimental::smartmatch',
    'experimental::try',
    'experimental::uniprop_wildcards',
    'experimental::vlb',
    'experimental::isa',
    'experimental::signatures',
    'experimental::postderef',
    'experimental::lexical_subs',
    'experimental::bitwise',
    'experimental::const_attr',
    'experimental::script_run',
    'experimental::alpha_assertions',
  ],
  io: ['closed', 'exec', 'layer', 'newline', 'pipe', 'unopened', 'syscalls'],
  severe: ['debugging', 'inplace', 'internal', 'malloc'],
  syntax: [
    'ambiguous',
    'bareword',
    'digit',
    'parenthesis',
    'precedence',
    'printf',
    'prototype',
    'qw',
    'reserved',
    'semicolon',
    'illegalproto',
  ],
  utf8: ['surrogate', 'nonchar', 'non_unicode'],
};

const registered = perInterpreter(() => new Set<string>());

/** warnings::register: a package becomes a category under `all`. */
export function registerCategory(name: string): void {
  registered().add(name);
}

export function isCategory(name: string): boolean {
  return name in tree || registered().has(name) || Object.values(tree).some((below) => below.includes(name));
}

const found = new Map<string, readonly string[]>();

/** The same for those of the tree alone. */
function treeBelow(name: string): readonly string[] {
  let below = found.get(name);
  if (below === undefined) {
    below = [name, ...(tree[name] ?? []).flatMap(treeBelow)];
    found.set(name, below);
  }
  return below;
}

/** The category and everything below it. */
export function categoriesBelow(name: string): readonly string[] {
  return name === 'all' && registered().size > 0 ? [...treeBelow(name), ...registered()] : treeBelow(name);
}

/** What the switch -w and $^W turn on. */
export const allCategories: ReadonlySet<string> = new Set(categoriesBelow('all'));

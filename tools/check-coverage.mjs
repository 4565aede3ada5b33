// Every function, method and constant has an entry on its page and a test, and the pages name nothing that does not exist.
// (Messages: check-perldiag.mjs. The builtins' own pages and files: check-builtins.mjs.)
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const statMethods = ['new', 'pack', 'unpack'];

/** Subs of a Perl module that its users call: not those that begin with an underscore or are in capitals. */
export function methodsOf(source) {
  return [...source.matchAll(/^sub ([a-z]\w*)/gm)].map(([, name]) => name);
}

/** The fields that a module gives its stat class. */
export function fieldsOf(source) {
  return /Stat::define\([^,]+,\s*qw\(([^)]*)\)/.exec(source)?.[1]?.split(/\s+/) ?? [];
}

/** The first column of a page's tables: what is described there, without arguments. */
export function describedIn(page) {
  const cells = [...page.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)(?:\([^`]*)?`/g)].map(([, name]) => name));
}

function testsBelow(root) {
  return readdirSync(join(root, 't'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:t|pl)$/.test(name))
    .map((name) => readFileSync(join(root, 't', name), 'utf8'))
    .join('\n');
}

/** A class with its page: both ways, methods and rows. */
function classProblems(root, tests, name) {
  const source = readFileSync(join(root, `src/ipc-sysv/perl/IPC/${name}.pm`), 'utf8');
  const file = `docs/modules/IPC-${name}.md`;
  const described = new Set(describedIn(readFileSync(join(root, file), 'utf8')));
  const methods = methodsOf(source);
  return [
    ...methods.filter((method) => !described.has(method)).map((method) => `${file}: no entry for ${method}`),
    ...[...described].filter((method) => !methods.includes(method)).map((method) => `${file}: no method ${method}`),
    ...methods
      .filter((method) => !new RegExp(`->${method}\\b`).test(tests))
      .map((method) => `IPC::${name}: no test of ${method}`),
  ];
}

function statProblems(root, tests, page, name) {
  const source = readFileSync(join(root, `src/ipc-sysv/perl/IPC/${name}.pm`), 'utf8');
  const row = new RegExp(`^\\| \`IPC::${name}::stat\` \\| (.*) \\|$`, 'm').exec(page)?.[1] ?? '';
  const fields = fieldsOf(source);
  const listed = fields.map((field) => `\`${field}\``).join(' ');
  return [
    ...(row === listed ? [] : [`docs/modules/IPC-SysV.md: the fields of IPC::${name}::stat are ${listed}`]),
    ...[...fields, ...statMethods]
      .filter((method) => !new RegExp(`\\b${method}\\b`).test(tests))
      .map((method) => `IPC::${name}::stat: no test of ${method}`),
  ];
}

function functionProblems(tests, page, functions) {
  const described = describedIn(page);
  return functions.flatMap((name) => [
    ...(described.includes(name) ? [] : [`docs/modules/IPC-SysV.md: no entry for ${name}`]),
    ...(new RegExp(`\\b${name}\\(`).test(tests) ? [] : [`IPC::SysV: no test of ${name}`]),
  ]);
}

function constantProblems(tests, pages, constants) {
  return constants.flatMap(({ name, page }) => [
    ...(pages[page].includes(`\`${name}\``) ? [] : [`${page}: no entry for ${name}`]),
    ...(new RegExp(`\\b${name}\\b`).test(tests) ? [] : [`no test of the constant ${name}`]),
  ]);
}

/** Everything that lacks an entry or a test. `names`: the functions and constants of IPC::SysV, and the names of Errno. */
export function problemsIn(root, { functions, constants, errors }) {
  const tests = testsBelow(root);
  const read = (page) => readFileSync(join(root, page), 'utf8');
  const [sysv, errno] = ['docs/modules/IPC-SysV.md', 'docs/modules/Errno.md'];
  const pages = { [sysv]: read(sysv), [errno]: read(errno) };
  const classes = ['SharedMem', 'Semaphore', 'Msg'];
  return [
    ...functionProblems(tests, pages[sysv], functions),
    ...constantProblems(tests, pages, [
      ...constants.map((name) => ({ name, page: sysv })),
      ...errors.map((name) => ({ name, page: errno })),
    ]),
    ...classes.flatMap((name) => classProblems(root, tests, name)),
    ...classes.flatMap((name) => statProblems(root, tests, pages[sysv], name)),
  ];
}

async function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const { constantNames, functionNames } = await import(join(root, 'dist/ipc-sysv/export-names.js'));
  const { errnoNumbers } = await import(join(root, 'dist/abi/errno-names.js'));
  const names = { functions: functionNames, constants: constantNames, errors: Object.keys(errnoNumbers) };
  const problems = problemsIn(root, names);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

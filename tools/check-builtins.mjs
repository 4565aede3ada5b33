// Each builtin has the same stem at every stop: a row of the table, a source file, a page, a test and examples; and
// each page has the sections that all pages have, and the signature of the row.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sections = [
  'Synopsis',
  'What you get back',
  'Global state it touches',
  'Examples',
  'Edge cases',
  'Differences from perl',
  'See also',
];

const stops = (name) => [
  `src/builtins/${name}.ts`,
  `docs/perlfunc/${name}.md`,
  `t/builtins/${name}.t`,
  `t/perlfunc/${name}`,
];

/** What is missing for one builtin. */
function problemsOf(name, row, root) {
  const missing = stops(name).filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) return missing.map((path) => `${name}: no ${path}`);
  const page = readFileSync(join(root, `docs/perlfunc/${name}.md`), 'utf8');
  const problems = sections
    .filter((title) => !page.includes(`\n## ${title}\n`))
    .map((title) => `docs/perlfunc/${name}.md: no section "${title}"`);
  const signature = `${name} ${row.operands.join(', ')}`;
  if (!page.includes(`\nsignature: '${signature}'\n`))
    problems.push(`docs/perlfunc/${name}.md: the signature is ${signature}`);
  return problems;
}

/** What belongs to no builtin. */
function strangers(folder, extension, names, root) {
  return readdirSync(join(root, folder))
    .filter(
      (file) => file.endsWith(extension) && !names.includes(file.slice(0, -extension.length)) && file !== 'index.md',
    )
    .map((file) => `${folder}/${file}: no builtin has this name`);
}

/** Everything wrong with the builtins of the table. */
export function problemsWith(table, root) {
  const names = Object.keys(table);
  return [
    ...names.flatMap((name) => problemsOf(name, table[name], root)),
    ...strangers('docs/perlfunc', '.md', names, root),
    ...strangers('t/builtins', '.t', names, root),
  ];
}

async function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const { builtinTable } = await import(join(root, 'dist/builtins/table.js'));
  const problems = problemsWith(builtinTable, root);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

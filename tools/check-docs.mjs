// Examples in the documentation are files that the test suite runs, and links lead somewhere. A block whose first line says
//   ```perl t/perlfunc/shmget/private.pl      or      ```text t/perlfunc/shmget/private.out
// quotes that file exactly, and every such file is quoted. Perl that is no file may only stand in a Synopsis. With --write the quotations are brought up to date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const block = /^```(\w+) (\S+)\n([\s\S]*?)^```$/gm;

/** Where every file is an example of the documentation. */
const exampleFolders = ['t/perlfunc', 't/perlvar', 't/pages'];

function filesBelow(folder, pattern) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
    .sort();
}

const markdownFiles = (root) => [
  ...filesBelow(join(root, 'docs'), /\.md$/),
  ...readdirSync(root)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, name)),
];

/** Links to files of the project that are not there. */
function brokenLinks(file, page) {
  return [...page.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(file), target)))
    .map((target) => `no file ${target} to link to`);
}

/** Perl of a page below docs/ that nothing runs. */
function looseExamples(page) {
  return page
    .split(/^## /m)
    .filter((section) => !section.startsWith('Synopsis\n') && /^```perl\n/m.test(section))
    .map((section) => `Perl that is no file in "${section.split('\n')[0]}"`);
}

/** The quoted files of a page: where each stands, and what the page says it holds. */
export function quotationsOf(page) {
  return [...page.matchAll(block)].map(([, language, path, text]) => ({ language, path, text }));
}

/** The page with each quotation replaced by what its file holds. */
export function withQuotations(page, read) {
  return page.replace(block, (_, language, path) => `\`\`\`${language} ${path}\n${read(path)}\`\`\``);
}

/** Everything wrong with the examples of the documentation below root. */
export function problemsIn(root) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const problems = [];
  const quoted = new Set();
  for (const file of markdownFiles(root)) {
    const page = readFileSync(file, 'utf8');
    const loose = dirname(file) === root ? [] : looseExamples(page);
    problems.push(...[...brokenLinks(file, page), ...loose].map((problem) => `${relative(root, file)}: ${problem}`));
    for (const { path, text } of quotationsOf(page)) {
      quoted.add(path);
      try {
        if (read(path) !== text) problems.push(`${relative(root, file)}: differs from ${path}`);
      } catch {
        problems.push(`${relative(root, file)}: no file ${path}`);
      }
    }
  }
  const unquoted = exampleFolders
    .flatMap((folder) => filesBelow(join(root, folder), /\.(pl|t)$/))
    .map((file) => relative(root, file))
    .filter((path) => !quoted.has(path));
  return [...problems, ...unquoted.map((path) => `${path}: no page quotes it`)];
}

function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  if (process.argv.includes('--write')) {
    for (const file of markdownFiles(root)) {
      const page = readFileSync(file, 'utf8');
      const updated = withQuotations(page, (path) => readFileSync(join(root, path), 'utf8'));
      if (updated !== page) writeFileSync(file, updated);
    }
  }
  const problems = problemsIn(root);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

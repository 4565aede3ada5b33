// Examples in docs/perlfunc are files that the test suite runs. A block whose first line says
//   ```perl t/perlfunc/shmget/private.pl      or      ```text t/perlfunc/shmget/private.out
// quotes that file exactly, and every such file is quoted. With --write the quotations are brought up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const block = /^```(\w+) (\S+)\n([\s\S]*?)^```$/gm;

function markdownFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    .sort();
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
  for (const file of markdownFiles(join(root, 'docs'))) {
    for (const { path, text } of quotationsOf(readFileSync(file, 'utf8'))) {
      quoted.add(path);
      try {
        if (read(path) !== text) problems.push(`${relative(root, file)}: differs from ${path}`);
      } catch {
        problems.push(`${relative(root, file)}: no file ${path}`);
      }
    }
  }
  for (const name of readdirSync(join(root, 't/perlfunc'), { recursive: true, encoding: 'utf8' })) {
    const path = join('t/perlfunc', name);
    if (/\.(pl|t)$/.test(path) && !quoted.has(path)) problems.push(`${path}: no page quotes it`);
  }
  return problems;
}

function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  if (process.argv.includes('--write')) {
    for (const file of markdownFiles(join(root, 'docs'))) {
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

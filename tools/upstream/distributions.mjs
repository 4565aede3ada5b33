// Perl's own modules by distribution: where their tests are, and the page that counts what passes.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { passedWhole } from './results.mjs';

/** Lines `NAME` or `NAME: reason`. */
function listed() {
  const text = readFileSync(new URL('./distributions.txt', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => /^(\S+?)(?:: (.*))?$/.exec(line))
    .map(([, name, reason = '']) => ({ name, reason }));
}

/** Takes a distribution out of the source, unless it is there already. */
function unpack(cache, tree, name) {
  if (existsSync(join(tree, name, 't'))) return;
  const given = process.env.PERL_SOURCE;
  if (given !== undefined && given !== '') return cpSync(join(given, name), join(tree, name), { recursive: true });
  const folder = join(cache, 'apt/archives');
  const archive = readdirSync(folder).find((file) => /^perl_[\d.]+\.orig\.tar\.\w+$/.test(file));
  const options = ['-C', tree, '--strip-components=1', '--wildcards', `perl-*/${name}/*`];
  spawnSync('tar', ['-xf', join(folder, archive), ...options]);
}

/** The test files of the distributions whose names contain one of the parts. */
export function distributionTests(cache, tree, parts) {
  const wanted = listed().filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  return wanted.flatMap(({ name }) => {
    unpack(cache, tree, name);
    const files = readdirSync(join(tree, name), { recursive: true })
      .filter((file) => file.endsWith('.t') && !file.includes('t/lib/'))
      .sort();
    return files.map((file) => ({ name: `${name}/${file}`, distribution: name, folder: name, file, env: {} }));
  });
}

const sum = (list, key) => list.reduce((total, each) => total + each[key], 0);

/** Files and tests that pass, for each distribution that was run. */
export function countByDistribution(results) {
  const names = [...new Set(results.map((r) => r.distribution))];
  return names.map((name) => {
    const own = results.filter((r) => r.distribution === name);
    return {
      name,
      files: own.length,
      whole: own.filter(passedWhole).length,
      planned: sum(own, 'planned'),
      passed: sum(own, 'passed'),
    };
  });
}

function rowsOf(page) {
  if (!existsSync(page)) return [];
  const row = /^\| (\w+\/\S+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|/gm;
  return [...readFileSync(page, 'utf8').matchAll(row)].map(([, name, ...numbers]) => {
    const [whole, files, passed, planned] = numbers.map(Number);
    return { name, whole, files, passed, planned };
  });
}

/** A run of some distributions leaves the rows of the others. */
export function writeModulePage(page, counted) {
  const reasons = new Map(listed().map(({ name, reason }) => [name, reason]));
  const rows = new Map([...rowsOf(page), ...counted].map((row) => [row.name, row]));
  const all = [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = all.map((r) => {
    const why = r.whole < r.files ? (reasons.get(r.name) ?? '') : '';
    return `| ${r.name} | ${r.whole} | ${r.files} | ${r.passed} | ${r.planned} | ${why} |`;
  });
  const head = `# Tests of Perl's own modules

Written by \`npm run test:upstream -- lib\`, which runs the test suites that come with the modules of perl 5.36, unchanged, with the
modules that a program here gets: this project's where it has them, else those of the machine's Perl library. Tests that real
perl skips or cannot run outside of its own build folder count as failed.

${sum(all, 'whole')} of ${sum(all, 'files')} files, ${sum(all, 'passed')} of ${sum(all, 'planned')} tests.

| Distribution | Files passed | Files | Tests passed | Tests | What is left |
|---|--:|--:|--:|--:|---|
`;
  writeFileSync(page, `${head}${lines.join('\n')}\n`);
}

// Runs Perl's own tests, unchanged, under bin/perl-sysv (or the command in PERL).
//
//   node tools/test-upstream.mjs            the eight files about System V IPC: all must pass
//   node tools/test-upstream.mjs core       t/base, t/cmd and parts of t/op; writes docs/upstream-results.md
//   node tools/test-upstream.mjs core NAME  only the files whose name contains NAME, and their rows of the page
//   node tools/test-upstream.mjs lib [NAME] the suites of perl's own modules; writes docs/module-results.md. An hour, or one NAME
//   node tools/test-upstream.mjs zeroperl   the System V files under perl in WebAssembly; writes docs/zeroperl.md
//
// The source is fetched with apt-get into .cache/upstream, or taken from the folder in PERL_SOURCE. Nothing of it is part
// of this project. Ends with status 77 where the source cannot be had.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countByDistribution, distributionTests, writeModulePage } from './upstream/distributions.mjs';
import { coreFiles, ipcFiles } from './upstream/files.mjs';
import { line, passedWhole, summary, writeResults, writeTable } from './upstream/results.mjs';
import { runFile } from './upstream/run-file.mjs';
import { NoSource, perlSource } from './upstream/source.mjs';
import { zeroPerl } from './upstream/zeroperl.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [suite = 'ipc', ...only] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const own = suite === 'zeroperl' ? zeroPerl(root) : [join(root, 'bin/perl-sysv')];
const perl = process.env.PERL?.split(' ') ?? own;

function source() {
  try {
    return perlSource(join(root, '.cache/upstream'));
  } catch (error) {
    if (!(error instanceof NoSource)) throw error;
    console.log(`Perl's own tests were not run: its source cannot be had (${error.message})`);
    process.exit(77);
  }
}

/** How many tests real perl plans, for files in which we don't get that far. */
async function plannedByPerl(test) {
  const told = await runFile(['perl'], { ...test, limit: 60_000 });
  return told.planned ?? 0;
}

async function runTest(tree, test) {
  const job = {
    cwd: join(tree, test.folder),
    file: test.file,
    env: suite === 'zeroperl' ? { ...test.env, ZEROPERL_INCLUDE: join(root, 'test/zeroperl/lib') } : test.env,
    limit: suite === 'core' ? 120_000 : 60_000,
  };
  const result = await runFile([...perl, ...switchesOf(join(job.cwd, test.file))], job);
  const planned = result.planned ?? (suite === 'core' ? await plannedByPerl(job) : 0);
  return { ...test, ...result, planned, plan: result.planned !== null };
}

/** The switches on a test's first line, as t/TEST passes them on. */
function switchesOf(path) {
  const words = /^#!.*perl(.*)/.exec(readFileSync(path, 'latin1'))?.[1] ?? '';
  return words.split(/\s+/).filter((word) => /^-[wWtT]+$/.test(word));
}

const tree = source();
const chosen = (list) => list.filter((test) => only.length === 0 || only.some((part) => test.name.includes(part)));
const tests =
  suite === 'lib'
    ? distributionTests(join(root, '.cache/upstream'), tree, only)
    : chosen(suite === 'core' ? coreFiles(tree) : ipcFiles());
const results = [];
for (const test of tests) {
  const result = await runTest(tree, test);
  results.push(result);
  console.log(line(result));
}
console.log(summary(results));
if (suite === 'core')
  writeResults(join(root, 'docs/upstream-results.md'), join(root, 'tools/upstream/reasons.txt'), results);
if (suite === 'lib') writeModulePage(join(root, 'docs/module-results.md'), countByDistribution(results));
const explained =
  suite === 'zeroperl'
    ? writeTable(join(root, 'docs/zeroperl.md'), join(root, 'tools/upstream/zeroperl-reasons.txt'), results)
    : [];
const all = results.every((r) => explained.includes(r.name) || (passedWhole(r) && r.planned > 0));
process.exitCode = suite !== 'core' && suite !== 'lib' && !all ? 1 : 0;

// Every message that our code can raise has an entry in docs/perldiag.md and a test that provokes it; and every entry
// is a message of our code. The messages are those of src/runtime/diagnostics.ts and what the IPC modules croak; entries that
// are neither must occur in the interpreter.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where messages are provoked: each list has them as the page spells them, and its test compares them with what is said. */
const testFiles = ['t/diagnostics/messages.t', 'test/own-diagnostics.test.ts'];

/** The same message whether a number or a text stands in it. */
const normal = (message) => message.replace(/%d/g, '%s');

/** The messages of the table, with %s for what is variable. */
export function tableMessages(diagnostics) {
  return Object.values(diagnostics).map((entry) =>
    typeof entry === 'string' ? entry : entry(...Array.from({ length: entry.length }, () => '%s')),
  );
}

/** What the Perl modules die of with a text of their own: a variable in it is %s. */
export function moduleMessages(source) {
  const literals = source.matchAll(/\b(?:croak|die)[ (]+(?:'([^'\n]*)'|"([^"\n]*)")/g);
  return [...literals]
    .map(([, single, double]) => single ?? double)
    .filter((text) => !text.startsWith('$error'))
    .map((text) => text.replace(/\bFIELD\b/, '%s'));
}

/** The headings of the page: lines that are a message in backquotes with `: ` on the next. */
export function entriesOf(page) {
  return [...page.matchAll(/^`(.+)`\n: /gm)].map(([, message]) => message);
}

function sourcesBelow(folder, extension) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** Whether all fixed parts of a message occur in the source. */
function occurs(message, source) {
  const plain = source.replace(/\\(['"`@$])/g, '$1');
  return message
    .split(/%[sd]|%%s/)
    .map((part) => part.trim())
    .filter((part) => part.length > 3)
    .every((part) => plain.includes(part));
}

/** Everything wrong with the page of messages. */
export function problemsIn(root, diagnostics) {
  const entries = entriesOf(readFileSync(join(root, 'docs/perldiag.md'), 'utf8'));
  const raised = [
    ...tableMessages(diagnostics),
    ...moduleMessages(sourcesBelow(join(root, 'src/ipc-sysv/perl'), '.pm')),
  ];
  const known = new Set(raised.map(normal));
  const described = new Set(entries.map(normal));
  const tests = testFiles.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const source = sourcesBelow(join(root, 'src'), '.ts') + sourcesBelow(join(root, 'src'), '.pm');
  const quoted = (message) => [`'${message}'`, `q(${message})`].some((text) => tests.includes(text));
  return [
    ...[...known].filter((message) => !described.has(message)).map((message) => `no entry in perldiag: ${message}`),
    ...entries
      .filter((entry) => !known.has(normal(entry)) && !occurs(entry, source))
      .map((entry) => `nothing raises: ${entry}`),
    ...entries.filter((entry) => !quoted(entry)).map((entry) => `no test provokes: ${entry}`),
    ...entries.filter((entry, i) => entries.indexOf(entry) !== i).map((entry) => `described twice: ${entry}`),
  ];
}

async function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const { diagnostics } = await import(join(root, 'dist/runtime/diagnostics.js'));
  const problems = problemsIn(root, diagnostics);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

// What came of a run: lines for the terminal, and the results page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export const passedWhole = (r) =>
  r.plan && r.skipped === null && r.passed >= r.planned && r.failed.length === 0 && r.status === 0;

function ending(r) {
  if (r.late) return 'stopped: too slow';
  if (!r.plan) return `no plan (status ${r.status})`;
  if (r.skipped !== null) return r.skipped;
  return r.status === 0 ? '' : `status ${r.status}`;
}

/** One file, with the first failures and the last complaint. */
export function line(r) {
  const mark = passedWhole(r) ? 'ok  ' : 'FAIL';
  const head = `${mark} ${r.name.padEnd(30)} ${String(r.passed).padStart(5)}/${String(r.planned).padEnd(5)} ${r.seconds.toFixed(1)} s ${ending(r)}`;
  if (passedWhole(r)) return head.trimEnd();
  const failed =
    r.failed.length === 0
      ? ''
      : `\n       failed: ${r.failed.slice(0, 24).join(' ')}${r.failed.length > 24 ? ' ...' : ''}`;
  const said = r.err
    .trim()
    .split('\n')
    .filter((text) => !text.startsWith('#'))
    .slice(0, 2)
    .join(' / ')
    .slice(0, 200);
  return `${head}${failed}${said === '' ? '' : `\n       ${said}`}`;
}

const total = (results, key) => results.reduce((sum, r) => sum + r[key], 0);

export function summary(results) {
  const whole = results.filter(passedWhole).length;
  return `${whole} of ${results.length} files, ${total(results, 'passed')} of ${total(results, 'planned')} tests`;
}

/** Lines "NAME: reason"; a reason for a file that passes is an error of the list, and says so. */
function reasonsFrom(path) {
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('#'));
  return new Map(lines.map((text) => [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1).trim()]));
}

/** The rows of the page as it stands: a run of some files leaves those of the others. */
function rowsOf(page) {
  if (!existsSync(page)) return [];
  const row = /^\| (t\/\S+) \| (\d+) \| (\d+) \| (.*) \|$/gm;
  return [...readFileSync(page, 'utf8').matchAll(row)].map(([, name, passed, planned, why]) => ({
    name,
    passed: Number(passed),
    planned: Number(planned),
    why: why.trim(),
    whole: Number(passed) === Number(planned) && why.trim() === '',
  }));
}

function tally(rows) {
  return `${rows.filter((r) => r.whole).length} of ${rows.length} files, ${total(rows, 'passed')} of ${total(rows, 'planned')} tests`;
}

export function writeResults(page, reasonsFile, results) {
  const reasons = reasonsFrom(reasonsFile);
  const rows = new Map(rowsOf(page).map((r) => [r.name, r]));
  for (const r of results) {
    const whole = passedWhole(r);
    rows.set(r.name, { name: r.name, passed: r.passed, planned: r.planned, why: reasonOf(r, reasons), whole });
  }
  const all = [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const groups = ['t/base', 't/cmd', 't/op'].map(
    (name) => `- ${name}: ${tally(all.filter((r) => r.name.startsWith(`${name}/`)))}`,
  );
  const lines = all.map(rowOf);
  writeFileSync(
    page,
    `# Perl's own tests\n\nWritten by \`npm run test:upstream -- core\`, which runs files of perl 5.36's own test suite, unchanged.\n\n${groups.join('\n')}\n\n| File | Passed | Planned | What is left |\n|---|--:|--:|---|\n${lines.join('\n')}\n`,
  );
  const stale = [...reasons.keys()].filter((name) => results.some((r) => r.name === name && passedWhole(r)));
  if (stale.length > 0) console.log(`no longer needed in reasons.txt: ${stale.join(', ')}`);
}

const reasonOf = (r, reasons) => (passedWhole(r) ? '' : (reasons.get(r.name) ?? (ending(r) || 'not looked into')));
const rowOf = ({ name, passed, planned, why }) => `| ${name} | ${passed} | ${planned} | ${why} |`;

/** Replaces the rows of a page's table of these files. Answers the names of those that have a reason. */
export function writeTable(page, reasonsFile, results) {
  const reasons = reasonsFrom(reasonsFile);
  const rows = results.map((r) => rowOf({ ...r, why: reasonOf(r, reasons) }));
  const [head, body, tail] = readFileSync(page, 'utf8').split(/(?<=^\|---\|--:\|--:\|---\|\n)([^]*?)(?=^(?!\|))/m);
  if (body === undefined) throw new Error(`${page} has no table of files`);
  writeFileSync(page, `${head}${rows.join('\n')}\n${tail}`);
  return [...reasons.keys()];
}

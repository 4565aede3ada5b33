/** The text that is compiled: the script with what the switches put around it (perlrun). */
import { quoted, type Switches } from './switches.js';

/** What -M, -n, -p, -a, -l and -0 stand for, before the first line; line numbers are those of the script. */
function before(s: Switches): string {
  const parts = [...s.modules];
  if (s.lineEnding === '') parts.push('BEGIN { $\\ = $/ }');
  else if (s.lineEnding !== null) parts.push(`BEGIN { $\\ = "\\${s.lineEnding.padStart(3, '0')}" }`);
  if (s.inputSeparator !== null) parts.push(`BEGIN { $/ = ${separator(s.inputSeparator)} }`);
  if (s.loop !== null) {
    parts.push('LINE: while (defined($_ = readline ARGV)) {');
    if (s.lineEnding !== null) parts.push('chomp;');
    if (s.autosplit) parts.push(`our @F = split(${splitter(s.splitPattern)});`);
  }
  return parts.join(' ');
}

/** -0digits: octal, -00 paragraphs, -0777 the whole file, -0xHHH */
function separator(digits: string): string {
  if (/^x/i.test(digits)) return `"\\x{${digits.slice(1)}}"`;
  const n = Number.parseInt(digits || '0', 8);
  if (digits !== '' && n === 0) return '""';
  return n >= 0o400 ? 'undef' : `"\\x{${n.toString(16)}}"`;
}

/** -Fpattern: delimited by // "" or '' if it begins so, otherwise put between slashes */
function splitter(pattern: string | null): string {
  if (pattern === null) return "' '";
  return /^["'/]/.test(pattern) ? pattern : quoted(pattern);
}

function after(s: Switches): string {
  if (s.loop === null) return '';
  return s.loop === 'p' ? '\n} continue { die "-p destination: $!\\n" unless print $_; }' : '\n}';
}

export function programText(source: string, s: Switches): string {
  const text = s.skipLeading ? afterLeading(source) : source;
  const head = before(s);
  return (head === '' ? text : `${head}\n# line 1\n${text}`) + after(s);
}

/** -x: the program begins at the first line that starts with #! and contains perl */
function afterLeading(source: string): string {
  const m = /^#!.*perl/m.exec(source);
  return m === null ? source : source.slice(m.index);
}

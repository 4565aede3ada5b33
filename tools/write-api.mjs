// Writes docs/api.md: every export of every entry of the package, with its documentation comment, out of the declarations
// in dist (build first). With --check only says whether the file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a declaration file exports by itself, and what it passes on: name to the file that declares it. */
export function exportsOf(path, text) {
  const found = new Map();
  for (const [, names, from] of text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']*)';/gm)) {
    const file = join(dirname(path), from.replace(/\.js$/, '.d.ts'));
    // A comma may stand behind the last one.
    for (const [name] of names.matchAll(/[^\s,][^,]*/g)) found.set(name.trim().replace(/^type /, ''), file);
  }
  const own = /^export (?:declare )?(?:abstract )?(?:function|class|interface|type|const) (\w+)/gm;
  for (const [, name] of text.matchAll(own)) found.set(name, path);
  return found;
}

/** A declaration's comment as text, and its code without private members. */
export function declarationOf(name, text) {
  const start = text.search(
    new RegExp(`^(?:export )?(?:declare )?(?:abstract )?(?:function|class|interface|type|const) ${name}\\b`, 'm'),
  );
  if (start < 0) return null;
  const code = text.slice(start, endOf(text, start)).replace(/^(?:export )?(?:declare )?/, '');
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, start))?.[1] ?? '';
  return { comment: prose(comment), code: withoutPrivate(code) };
}

/** The end of a declaration: a semicolon or a closing brace outside of all brackets. */
function endOf(text, start) {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 1;
    const character = text.charAt(at);
    if ('{(['.includes(character)) depth++;
    else if ('})]'.includes(character)) depth--;
    if (depth === 0 && (character === ';' || (character === '}' && /^\s*\n(?:\S|$)/.test(text.slice(at + 1)))))
      return at + 1;
  }
  return text.length;
}

function prose(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}

function withoutPrivate(code) {
  return code
    .replace(/^ +\/\*\* @internal \*\/\n.*\n/gm, '')
    .replace(/^( +\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)? +private .*\n/gm, '')
    .replace(/^export \{\};\n/gm, '');
}

/** The whole page. */
export function page(root, dist) {
  const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = [
    `# API\n\nWhat each entry of the package exports. Written by \`tools/write-api.mjs\` out of the source's comments.`,
  ];
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target === 'string') continue;
    const path = join(dist, relative('./dist', target.types));
    const text = readFileSync(path, 'utf8');
    const summary = prose(/^\/\*\*((?:(?!\*\/)[\s\S])*)\*\//.exec(text)?.[1] ?? '');
    parts.push(`## ${name}${entry.slice(1)}`);
    if (summary && /^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\nexport (?:type )?\{/.test(text)) parts.push(summary);
    const names = [...exportsOf(path, text)].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    for (const [symbol, file] of names) parts.push(section(symbol, readFileSync(file, 'utf8')));
  }
  return `${parts.join('\n\n')}\n`;
}

/** What the page says about an export. Without a comment it would be nothing. */
export function section(name, text) {
  const declaration = declarationOf(name, text);
  if (declaration === null) throw new Error(`no declaration of ${name}`);
  const { comment, code } = declaration;
  if (comment === '') throw new Error(`${name} has no comment`);
  return `### ${name}\n\n${comment}\n\n\`\`\`ts\n${code}\n\`\`\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const file = join(root, 'docs/api.md');
  const written = page(root, join(root, process.env.DIST ?? 'dist'));
  if (!process.argv.includes('--check')) writeFileSync(file, written);
  else if (readFileSync(file, 'utf8') !== written) {
    process.stderr.write('docs/api.md is not up to date: node tools/write-api.mjs\n');
    process.exitCode = 1;
  }
}

// Turns what the compilers said into the text of the files in src/abi.
import { readNames } from './abi-probe-compilers.mjs';
import { errnoTexts } from './abi-probe-texts.mjs';

const generated =
  '// Generated from the C headers by tools/abi-probe.mjs. Do not edit: add a word to tools/abi-probe-names.txt.\n';
const kinds = ['unsigned', 'signed', 'ipc_perm', 'bytes'];

/** File name in src/abi to its text. */
export function renderTables(findings) {
  const files = new Map();
  for (const [section, names] of readNames()) {
    if (section.startsWith('struct ')) continue;
    files.set(`linux-${section}.ts`, renderShared(section, names, findings));
  }
  files.set('platform-constants.ts', renderDiffering(findings));
  files.set('struct-layouts.ts', renderStructs(findings));
  files.set('errno-texts.ts', renderTexts());
  return files;
}

const valuesOf = (name, findings) => [...findings.values()].map((found) => found.constants.get(name));
const isShared = (values) => values.every((value) => value !== undefined && value === values[0]);
const isAbsent = (values) => values.every((value) => value === undefined);

function renderShared(section, names, findings) {
  const shared = names.map((name) => [name, valuesOf(name, findings)]).filter(([, values]) => isShared(values));
  const lines = shared.map(([name, [value]]) => `export const ${name} = ${value};`);
  return `${generated}// The ${section} constants that are the same on every supported platform.\n${lines.join('\n')}\n`;
}

function renderDiffering(findings) {
  const names = readNames().flatMap(([section, list]) => (section.startsWith('struct ') ? [] : list));
  const differing = names.filter((name) => {
    const values = valuesOf(name, findings);
    return !isShared(values) && !isAbsent(values);
  });
  const platforms = [...findings].map(([platform, { constants }]) => {
    const lines = differing.map((name) => `    ${name}: ${constants.get(name) ?? 'undefined'},\n`);
    return `  '${platform}': {\n${lines.join('')}  },\n`;
  });
  return `${generated}// The constants whose values depend on the platform.\nexport const platformConstants = {\n${platforms.join('')}} as const;\n`;
}

function renderStruct(layout) {
  const fields = [...layout.fields].map(([name, [offset, size, kind]]) => {
    return `      ${name}: { offset: ${offset}, size: ${size}, kind: '${kinds[kind]}' },\n`;
  });
  return `{\n    size: ${layout.size},\n    fields: {\n${fields.join('')}    },\n  }`;
}

function renderStructs(findings) {
  const [first, ...others] = [...findings];
  const shared = [];
  const special = new Map([...findings.keys()].map((platform) => [platform, []]));
  for (const [tag, layout] of first[1].structs) {
    const text = renderStruct(layout);
    const same = others.every(([, found]) => renderStruct(found.structs.get(tag)) === text);
    if (same) shared.push(`  ${tag}: ${text},\n`);
    else
      for (const [platform, found] of findings)
        special.get(platform).push(indent(`  ${tag}: ${renderStruct(found.structs.get(tag))},\n`));
  }
  const platforms = [...special].map(([platform, lines]) => `  '${platform}': {\n${lines.join('')}  },\n`);
  const types = [...first[1].types].map(([name, size]) => {
    if (others.some(([, found]) => found.types.get(name) !== size)) throw new Error(`sizeof(${name}) differs`);
    return `  ${name}: ${size},\n`;
  });
  return `${generated}/** Structs with one layout on every supported platform. */
export const sharedStructs = {\n${shared.join('')}} as const;
\n/** Structs whose layout depends on the platform. */
export const platformStructs = {\n${platforms.join('')}} as const;
\n/** The size of opaque and scalar types, the same on every supported platform. */
export const typeSizes = {\n${types.join('')}} as const;\n`;
}

const indent = (text) => text.replace(/^/gm, '  ').replace(/ +$/, '');

const quote = (text) => `'${text.replaceAll("'", "\\'")}'`;

function renderTexts() {
  const lists = Object.entries(errnoTexts()).map(([libc, texts]) => {
    return `export const ${libc}Texts: readonly string[] = [\n${texts.map((text) => `  ${quote(text)},\n`).join('')}];\n`;
  });
  return `${generated}// strerror(n) of each C library in the C locale, at index n. An empty string: the number has no text.\n${lists.join('\n')}`;
}

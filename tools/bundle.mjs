/**
 * The command as few scripts instead of hundreds of modules: `core` holds what nearly every program needs, the chunks
 * what only some do. A script is a function expression that the starter (src/cli/start.ts) compiles through the code cache:
 *   core   (require, chunk, folder) => exportsOf     runs the command; exportsOf(path) are the exports of a core module
 *   chunk  (require, chunk, folder, exportsOf) => exports by path of the modules it was made for
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Chunk by chunk, the modules behind which the lazy part of the program begins. What programs call millions of times stays in
 * the core, `pack` for instance: calls from a chunk into the core take some nanoseconds more.
 */
function chunks(src) {
  const modules = (folder, ...names) => names.map((name) => `interpreter/modules/${folder}/${name}.ts`);
  const all = {
    compiler: ['interpreter/compile/program.ts'],
    diagnosis: ['interpreter/syntax/diagnosis/diagnose.ts'],
    extensions: [
      ...modules('extensions/system', 'file-glob', 'langinfo', 'syslog'),
      ...modules('extensions/data', 'compress-raw-zlib'),
      ...modules('extensions/text', 'unicode-normalize'),
      ...modules('extensions/time', 'time-piece'),
    ],
    memory: ['cli/memory.ts'],
    network: ['interpreter/functions/sockets.ts', 'interpreter/functions/users.ts'],
    formats: ['interpreter/formats/rows.ts'],
    encodings: ['interpreter/encodings/names.ts'],
    posix: modules('posix', 'posix'),
    data: modules(
      'data',
      'dumper/data-dumper',
      'digest',
      'encode/encode',
      'json/json-pp',
      'mime-base64',
      'storable/storable',
      'string-crc32',
    ),
    system: [
      ...modules('system', 'socket', 'config', 'sys-hostname'),
      ...modules('util', 'b', 'hash-util'),
      ...modules('core', 'english'),
    ],
  };
  const known = new Set(filesBelow(src));
  return Object.entries(all).map(([name, roots]) => ({ name, roots: roots.filter((path) => known.has(path)) }));
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true });
}

/** Node's own modules that are slow to load: loaded when something of them is used. */
const slow =
  /\brequire\("(node:(?:child_process|crypto|module|net|os|timers\/promises|tty|v8|vm|worker_threads|zlib))"\)/g;
/** esbuild copies a default import's module, all of fs for instance, again and again: its prototype will do. */
const copied =
  /\b__toESM\(((?:require|new Proxy)\((?:"node:\w+"|\{\},\{get:\(_,k\)=>require\("node:[\w/]+"\)\[k\]\})\))(?:, ?1)?\)/g;
const withNodeModules = (text) =>
  text.replace(slow, 'new Proxy({},{get:(_,k)=>require("$1")[k]})').replace(copied, '__node($1)');

const common = {
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  external: ['koffi'],
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: 'error',
};

/** The names that modules export, by path. */
async function exportNames(src, paths) {
  const entryPoints = paths.map((path) => join(src, path));
  const { metafile } = await build({
    entryPoints,
    write: false,
    format: 'esm',
    metafile: true,
    outdir: 'x',
    outbase: src,
    logLevel: 'error',
  });
  return new Map(
    Object.entries(metafile.outputs).map(([path, { exports }]) => [path.slice(2).replace(/\.js$/, '.ts'), exports]),
  );
}

const proxy = (value) => `new Proxy(function(){},{get:(_,k)=>(${value})[k],apply:(_,t,a)=>(${value})(...a)})`;

/** What stands for a module whose code is in a chunk. */
function lazyStub(path, chunk, names) {
  return names
    .map(
      (name) => `export const ${name}=${proxy(`__chunk(${JSON.stringify(chunk)})[${JSON.stringify(path)}].${name}`)};`,
    )
    .join('\n');
}

/** What stands in a chunk for a module of another: exports that are looked up there each time. */
function late(path, chunk, names) {
  const exports = `__chunk(${JSON.stringify(chunk)})[${JSON.stringify(path)}]`;
  return `{${names.map((name) => `get ${name}(){return ${exports}.${name}}`).join(',')}}`;
}

/** Our own sources as the scripts hold them. */
function sources(src, namespaces) {
  return {
    name: 'sources',
    setup(b) {
      b.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = withPlaces(src, path, withNames(src, path, readFileSync(path, 'utf8'), namespaces));
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Places of files are relative to dist/ in every script. */
function withPlaces(src, path, text) {
  return text.replaceAll('import.meta.url', `__url(${JSON.stringify(relative(src, path).replace(/\.ts$/, '.js'))})`);
}

const namespaceImport = /^import \* as (\w+) from '(\.[^']+)';$/gm;
const spreads = (name) => new RegExp(`\\.\\.\\.${name}\\b(?!\\.)`, 'g');

/**
 * `{ ...namespace }` with the names written out: a namespace is an object of accessors, which takes longer to make and to
 * read (2 ms at each start) than all else that the modules do.
 */
function withNames(src, path, text, namespaces) {
  let out = text;
  for (const [, name, from] of text.matchAll(namespaceImport)) {
    const names = namespaces.get(ownFile(src, { path: from, resolveDir: dirname(path) }));
    if (names === undefined || !spreads(name).test(text)) continue;
    const local = (exported) => `${name}$${exported}`;
    out = out.replace(spreads(name), names.map((exported) => `${exported}: ${local(exported)}`).join(', '));
    out += `\nimport {${names.map((exported) => `${exported} as ${local(exported)}`).join(', ')}} from '${from}';`;
  }
  return out;
}

/** The exports of the modules that are spread somewhere. */
function spreadNamespaces(src) {
  const found = new Set();
  for (const file of filesBelow(src)) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const path = join(src, file);
    const text = readFileSync(path, 'utf8');
    for (const [, name, from] of text.matchAll(namespaceImport))
      if (spreads(name).test(text)) found.add(ownFile(src, { path: from, resolveDir: dirname(path) }));
  }
  return exportNames(src, [...found]);
}

/** The source file behind an import between our own modules, relative to src; null for packages. */
function ownFile(src, { path, resolveDir }) {
  if (!path.startsWith('.') || resolveDir.includes('node_modules')) return null;
  return relative(src, join(resolveDir, path)).replace(/\.js$/, '.ts');
}

function coreBuild({ src, owner, names, namespaces }, shared) {
  const plugin = {
    name: 'core',
    setup(b) {
      b.onResolve({ filter: /^\./ }, (args) => {
        const file = ownFile(src, args);
        return file !== null && owner.has(file) ? { path: file, namespace: 'lazy' } : undefined;
      });
      b.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
        contents: lazyStub(path, owner.get(path), names.get(path)),
      }));
      b.onResolve({ filter: /^shared:/ }, ({ path }) => ({ path, namespace: 'shared' }));
      b.onLoad({ filter: /.*/, namespace: 'shared' }, () => ({ contents: sharedSource(shared), resolveDir: src }));
    },
  };
  const contents = "import 'shared:modules';\nimport './cli/cli.ts';";
  return build({
    ...common,
    stdin: { contents, resolveDir: src, loader: 'ts' },
    plugins: [plugin, sources(src, namespaces)],
  });
}

/** Hands the core's exports to the chunks; nothing is evaluated before a chunk asks. */
function sharedSource(shared) {
  const imports = [];
  const cases = [];
  [...shared].forEach(([path, names], m) => {
    if (names.length === 0) return void imports.push(`import './${path}';`);
    imports.push(`import {${names.map((name, i) => `${name} as x${m}_${i}`).join(',')}} from './${path}';`);
    cases.push(
      `case ${JSON.stringify(path)}:return {${names.map((name, i) => `get ${name}(){return x${m}_${i}}`).join(',')}};`,
    );
  });
  return `${imports.join('\n')}\n__share((path)=>{switch(path){${cases.join('\n')}}});`;
}

function chunkBuild({ src, owner, names, namespaces }, chunk, core) {
  const plugin = {
    name: 'chunk',
    setup(b) {
      b.onResolve({ filter: /^\./ }, (args) => {
        const file = ownFile(src, args);
        if (file === null) return undefined;
        if ((owner.get(file) ?? chunk.name) !== chunk.name) return { path: file, namespace: 'late' };
        return core.has(file) ? { path: file, namespace: 'core' } : undefined;
      });
      b.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
        contents: `module.exports=${late(path, owner.get(path), names.get(path))}`,
      }));
      b.onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
        contents: `module.exports=__exportsOf(${JSON.stringify(path)})`,
      }));
    },
  };
  const imports = chunk.roots.map((path, i) => `import * as m${i} from './${path}';`);
  const contents = `${imports.join('\n')}\nexport {${chunk.roots.map((_, i) => `m${i}`).join(',')}};`;
  return build({
    ...common,
    stdin: { contents, resolveDir: src, loader: 'ts' },
    plugins: [plugin, sources(src, namespaces)],
  });
}

/** The source files that went into a build, relative to src. */
function inputsOf(result, src, root) {
  return Object.keys(result.metafile.inputs)
    .filter((path) => !/^(?:lazy|late|shared|core):/.test(path))
    .map((path) => relative(src, join(root, path)))
    .filter((path) => !path.startsWith('..') && path !== '<stdin>');
}

const head = 'const __node=(m)=>({__proto__:m,default:m}),__url=(p)=>"file://"+encodeURI(__folder)+"/"+p;';

function coreScript(text) {
  return `(function(require,__chunk,__folder,__share){${head}const module={exports:{}},exports=module.exports;${withNodeModules(text)}\n})`;
}
function chunkScript(text, chunk) {
  const answer = chunk.roots.map((path, i) => `${JSON.stringify(path)}:module.exports.m${i}`).join(',');
  return `(function(require,__chunk,__folder,__exportsOf){${head}const module={exports:{}},exports=module.exports;${withNodeModules(text)}\nreturn {${answer}};})`;
}

/** The scripts by name, and a name for this very build: what is cached belongs to it alone. */
export async function bundleCommand(root) {
  const src = join(root, 'src');
  const list = chunks(src);
  const owner = new Map(list.flatMap(({ name, roots }) => roots.map((path) => [path, name])));
  const names = await exportNames(src, [...owner.keys()]);
  const parts = { src, owner, names, namespaces: await spreadNamespaces(src) };
  const first = await coreBuild(parts, new Map());
  const core = new Set(inputsOf(first, src, root));
  for (;;) {
    const built = await Promise.all(list.map((chunk) => chunkBuild(parts, chunk, core)));
    const twice = inSeveral(built.map((part) => inputsOf(part, src, root)));
    if (twice.length > 0) {
      for (const path of twice) core.add(path);
      continue;
    }
    const shared = await exportNames(src, [...new Set(built.flatMap((part) => coreInputs(part)))]);
    const whole = await coreBuild(parts, shared);
    const scripts = new Map([['core', coreScript(whole.outputFiles[0].text)]]);
    built.forEach((part, i) => scripts.set(list[i].name, chunkScript(part.outputFiles[0].text, list[i])));
    const missing = inputsOf(whole, src, root).filter((path) => !core.has(path));
    if (missing.length === 0)
      return {
        scripts,
        id: createHash('sha256')
          .update([...scripts.values()].join('\0'))
          .digest('hex')
          .slice(0, 16),
      };
    for (const path of missing) core.add(path);
  }
}

function coreInputs(result) {
  return Object.keys(result.metafile.inputs)
    .filter((path) => path.startsWith('core:'))
    .map((path) => path.slice(5));
}

function inSeveral(lists) {
  const count = new Map();
  for (const path of lists.flat()) count.set(path, (count.get(path) ?? 0) + 1);
  return [...count].filter(([, n]) => n > 1).map(([path]) => path);
}

/** The starter as one CommonJS file. */
export async function bundleStarter(root) {
  const result = await build({
    entryPoints: [join(root, 'src/cli/start.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  return result.outputFiles[0].text;
}

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abiOf } from './current-abi.js';
import { glibcTexts, muslTexts } from './errno-texts.js';
import * as errno from './linux-errno.js';
import * as files from './linux-files.js';
import * as ipc from './linux-ipc.js';
import * as process_ from './linux-process.js';
import * as signals from './linux-signals.js';
import * as sockets from './linux-sockets.js';
import type { Platform } from './platform.js';
import { typeSizes } from './struct-layouts.js';

interface Findings {
  constants: Map<string, number>;
  structs: Map<string, { size: number; fields: Map<string, [offset: number, size: number, kind: number]> }>;
  types: Map<string, number>;
}

const folder = new URL('../../tools/', import.meta.url);
const compilers = await import(new URL('abi-probe-compilers.mjs', folder).href);
const texts = await import(new URL('abi-probe-texts.mjs', folder).href);
const shared: Record<string, number> = { ...errno, ...files, ...ipc, ...process_, ...signals, ...sockets };

describe.each(compilers.platforms as { name: Platform }[])('the C compiler of $name', (platform) => {
  const found: Findings | undefined = compilers.probe(platform);
  const abi = abiOf(platform.name);

  it.runIf(found)('agrees with every constant', () => {
    const constants = Object.fromEntries(found?.constants ?? []);
    expect({ ...shared, ...abi.constants }).toEqual(constants);
  });

  it.runIf(found)('agrees with every struct', () => {
    const kinds = ['unsigned', 'signed', 'ipc_perm', 'bytes'];
    const structs = [...(found?.structs ?? [])].map(([tag, layout]) => {
      const fields = [...layout.fields].map(([name, [offset, size, kind]]) => [
        name,
        { offset, size, kind: kinds[kind] },
      ]);
      return [tag, { size: layout.size, fields: Object.fromEntries(fields) }];
    });
    expect(abi.structs).toEqual(Object.fromEntries(structs));
    expect(typeSizes).toEqual(Object.fromEntries(found?.types ?? []));
  });
});

describe('strerror', () => {
  const found: { glibc?: string[]; musl?: string[] } = texts.errnoTexts();

  it.runIf(found.glibc)('of glibc says what the table says', () => expect(glibcTexts).toEqual(found.glibc));
  it.runIf(found.musl)('of musl says what the table says', () => expect(muslTexts).toEqual(found.musl));
});

it('the tool and its names are where the tables say they are', () => {
  expect(existsSync(new URL('abi-probe.c', folder))).toBe(true);
});

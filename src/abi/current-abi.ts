import { glibcTexts, muslTexts } from './errno-texts.js';
import { platformConstants } from './platform-constants.js';
import { isKnownSystem, type Platform, platformOfProcess } from './platform.js';
import { platformStructs, sharedStructs } from './struct-layouts.js';

/** Where a field lies in its struct. `ipc_perm` is the nested struct of that name; `bytes` has no single number. */
export interface FieldLayout {
  readonly offset: number;
  readonly size: number;
  readonly kind: 'signed' | 'unsigned' | 'ipc_perm' | 'bytes';
}

export interface StructLayout<Field extends string = string> {
  readonly size: number;
  readonly fields: Readonly<Record<Field, FieldLayout>>;
}

type SharedStructs = typeof sharedStructs;
type PlatformStructs = (typeof platformStructs)[Platform];
type Layouts<Structs extends Record<string, { fields: object }>> = {
  readonly [Tag in keyof Structs]: StructLayout<Extract<keyof Structs[Tag]['fields'], string>>;
};

/** What the C headers of one platform say. Constants equal on all platforms are plain exports of linux-*.ts. */
export interface Abi {
  readonly platform: Platform;
  readonly constants: Readonly<Record<keyof (typeof platformConstants)[Platform], number>>;
  readonly structs: Layouts<SharedStructs> & Layouts<PlatformStructs>;
  /** strerror(3) in the C locale by number; '' where the number has no text. */
  readonly errnoTexts: readonly string[];
}

/** The tables of a platform, whatever machine this is. */
export function abiOf(platform: Platform): Abi {
  return {
    platform,
    constants: platformConstants[platform],
    structs: { ...sharedStructs, ...platformStructs[platform] },
    errnoTexts: platform.endsWith('-musl') ? muslTexts : glibcTexts,
  };
}

let current: Abi | undefined;

/** What a kernel in memory is like where there is no Linux that we know. */
const IMITATED: Platform = 'x86_64-glibc';

/**
 * The tables of the system this process runs on; of a Linux on x86_64 where that is none of ours, for the kernel in memory.
 * The real kernel is not asked there: `libc` refuses.
 */
export function currentAbi(): Abi {
  current ??= abiOf(isKnownSystem() ? platformOfProcess() : IMITATED);
  return current;
}

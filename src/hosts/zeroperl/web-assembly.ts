/** The part of WebAssembly that the runner uses: TypeScript declares it for browsers only. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
export type WasmModule = object;
export interface WasmInstance {
  readonly exports: object;
}

interface WasmApi {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => WasmInstance;
}

export const { Module: WasmModule, Instance: WasmInstance } = (globalThis as unknown as { WebAssembly: WasmApi })
  .WebAssembly;

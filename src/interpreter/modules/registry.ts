import type { NativeModule } from './native-module.js';

export const nativeModules: Record<string, NativeModule> = {};

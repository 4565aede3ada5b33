/** Sys::Hostname (perldoc Sys::Hostname). */
import { hostname } from 'node:os';
import { exportsOf, type NativeModule } from '../native-module.js';

export const sysHostname: NativeModule = {
  version: '1.25',
  install(perl) {
    exportsOf(perl, 'Sys::Hostname', { always: ['hostname'] });
    perl.define('Sys::Hostname::hostname', () => hostname());
  },
};

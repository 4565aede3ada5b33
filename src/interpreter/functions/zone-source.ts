/** Where $ENV{TZ} is read: node takes the zone from process.env, perl's localtime from %ENV. */
import type { PerlValue } from '../../runtime/value.js';

export const zoneSource = { read: (): PerlValue => process.env['TZ'] };

/** The reference interpreter as a library (docs/embedding.md). */
export { PerlError, PerlExitError } from './embedding/errors.js';
export { Perl, type PerlOptions } from './embedding/perl.js';
export { type FromPerl, PerlReference, type PerlSub, type ToPerl } from './embedding/values.js';

/**
 * The C halves of modules whose Perl halves are files: what XSLoader::load and DynaLoader's bootstrap do for a module. The
 * Perl half is the one of the machine's own library.
 */
import type { Interp } from '../../core/interp.js';
import { loadIpcSysV } from '../../sysv/extension.js';
import { compressRawZlib } from './data/compress-raw-zlib.js';
import { fileGlob } from './system/file-glob.js';
import { langinfo } from './system/langinfo.js';
import { sysSyslog } from './system/syslog.js';
import { unicodeNormalize } from './text/unicode-normalize.js';
import { timePiece } from './time/time-piece.js';

export const extensions: Readonly<Record<string, (perl: Interp) => void>> = {
  'Compress::Raw::Zlib': compressRawZlib,
  'File::Glob': fileGlob,
  'I18N::Langinfo': langinfo,
  'IPC::SysV': loadIpcSysV,
  'Sys::Syslog': sysSyslog,
  'Time::Piece': timePiece,
  'Unicode::Normalize': unicodeNormalize,
};

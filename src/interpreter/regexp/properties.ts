/** \p{...} (perluniprops): names translated to JavaScript's. */
import { namedClasses, type NamedClass } from './char-set.js';

const perlNames: Record<string, NamedClass> = {
  alpha: namedClasses.alpha,
  alphabetic: namedClasses.alpha,
  alnum: namedClasses.alnum,
  digit: namedClasses.digit,
  word: namedClasses.word,
  perlword: { unicode: '0-9A-Za-z_', ascii: null },
  posixalpha: { unicode: 'A-Za-z', ascii: null },
  posixdigit: { unicode: '0-9', ascii: null },
  posixalnum: { unicode: '0-9A-Za-z', ascii: null },
  posixupper: { unicode: 'A-Z', ascii: null },
  posixlower: { unicode: 'a-z', ascii: null },
  posixpunct: { unicode: namedClasses.punct.ascii, ascii: null },
  posixspace: { unicode: '\\t-\\r ', ascii: null },
  space: namedClasses.space,
  spaceperl: namedClasses.space,
  xposixspace: namedClasses.space,
  whitespace: namedClasses.space,
  upper: namedClasses.upper,
  uppercase: namedClasses.upper,
  lower: namedClasses.lower,
  lowercase: namedClasses.lower,
  punct: { unicode: '\\p{P}', ascii: null },
  xposixpunct: namedClasses.punct,
  graph: namedClasses.graph,
  print: namedClasses.print,
  cntrl: namedClasses.cntrl,
  xdigit: namedClasses.xdigit,
  blank: namedClasses.blank,
  horizspace: namedClasses.blank,
  vertspace: namedClasses.vertical,
  ascii: namedClasses.ascii,
  any: { unicode: '\\u{0}-\\u{10ffff}', ascii: null },
  all: { unicode: '\\u{0}-\\u{10ffff}', ascii: null },
  title: { unicode: '\\p{Lt}', ascii: null },
  titlecase: { unicode: '\\p{Lt}', ascii: null },
  'l&': { unicode: '\\p{LC}', ascii: null },
  l_: { unicode: '\\p{LC}', ascii: null },
  idstart: { unicode: '\\p{ID_Start}', ascii: null },
  idcontinue: { unicode: '\\p{ID_Continue}', ascii: null },
  perlidstart: { unicode: '\\p{ID_Start}_', ascii: null },
  perlidcont: { unicode: '\\p{ID_Continue}', ascii: null },
  perlcharnamebegin: { unicode: '\\p{L}', ascii: null },
  perlcharnamecontinue: { unicode: '\\p{L}\\p{N}_ \\-():\\u{a0}', ascii: null },
  xidstart: { unicode: '\\p{XID_Start}', ascii: null },
  xidcontinue: { unicode: '\\p{XID_Continue}', ascii: null },
};

/** Scripts are written with capitals: greek -> Greek, old_italic -> Old_Italic. */
function capitalize(name: string): string {
  return name.toLowerCase().replace(/(^|_)([a-z])/g, (all: string) => all.toUpperCase());
}

function valid(inside: string): boolean {
  try {
    new RegExp(`[${inside}]`, 'v');
    return true;
  } catch {
    return false;
  }
}

/** The class of a property name, or null if there is none. */
export function propertyClass(name: string): NamedClass | null {
  const plain = name.trim().replace(/^is[_ -]?(?=.)/i, '');
  const simple = plain.replace(/[\s_-]/g, '').toLowerCase();
  const known = perlNames[simple] ?? perlNames[simple.replace(/^xposix/, '')];
  if (known !== undefined) return { unicode: known.unicode, ascii: null };
  const [key, value] = plain.split(/\s*[=:]\s*/);
  const word = (text: string): string => text.trim().replace(/[\s-]+/g, '_');
  const tries =
    value === undefined
      ? [word(plain), capitalize(word(plain)), `Script_Extensions=${capitalize(word(plain))}`]
      : [`${word(key!)}=${word(value)}`, `${capitalize(word(key!))}=${capitalize(word(value))}`];
  for (const attempt of tries) {
    const inside = `\\p{${attempt}}`;
    if (valid(inside)) return { unicode: inside, ascii: null };
  }
  return null;
}

/** The type bytes of Storable's format, version 2.11. */
export const SX = {
  OBJECT: 0,
  LSCALAR: 1,
  ARRAY: 2,
  HASH: 3,
  REF: 4,
  UNDEF: 5,
  INTEGER: 6,
  DOUBLE: 7,
  BYTE: 8,
  NETINT: 9,
  SCALAR: 10,
  TIED_ARRAY: 11,
  TIED_HASH: 12,
  TIED_SCALAR: 13,
  SV_UNDEF: 14,
  SV_YES: 15,
  SV_NO: 16,
  BLESS: 17,
  IX_BLESS: 18,
  HOOK: 19,
  OVERLOAD: 20,
  UTF8STR: 23,
  LUTF8STR: 24,
  FLAG_HASH: 25,
  WEAKREF: 27,
  WEAKOVERLOAD: 28,
  SVUNDEF_ELEM: 31,
  REGEXP: 32,
  BOOLEAN_TRUE: 34,
  BOOLEAN_FALSE: 35,
} as const;

/** The flags of an object that its class has frozen (SX.HOOK); the lowest two bits say what it is. */
export const HOOK = {
  SCALAR: 0,
  ARRAY: 1,
  HASH: 2,
  LARGE_CLASS: 0x04,
  LARGE_TEXT: 0x08,
  LARGE_LIST: 0x10,
  KNOWN_CLASS: 0x20,
  MORE: 0x40,
  LIST: 0x80,
} as const;

export const MAJOR = 2;
export const MINOR = 11;
/** What a file starts with. */
export const FILE_MAGIC = 'pst0';
/** The byte order and the sizes of int, long, pointers and doubles of the perls this is exchanged with. */
export const NATIVE_HEADER = '\x0812345678\x04\x08\x08\x08';
/** A hash key in a FLAG_HASH whose bytes are UTF-8. */
export const KEY_UTF8 = 1;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a byte is
export const isWide = (text: string): boolean => /[^\x00-\xff]/.test(text);
export const toUtf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
export const fromUtf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

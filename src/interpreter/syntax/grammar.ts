import { readFileSync } from 'node:fs';
import { type Grammar, grammar } from 'ohm-js';

let perl: Grammar | null = null;

/** The grammar of perl.ohm, built when the first program is parsed. */
export function perlGrammar(): Grammar {
  perl ??= grammar(readFileSync(new URL('./perl.ohm', import.meta.url), 'utf8'));
  return perl;
}

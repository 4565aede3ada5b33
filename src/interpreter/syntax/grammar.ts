import { readFileSync } from 'node:fs';
import * as ohm from 'ohm-js';

/** Ohm's types leave it out. */
const { makeRecipe } = ohm as unknown as { makeRecipe(recipe: unknown): ohm.Grammar };

let perl: ohm.Grammar | null = null;

/** The grammar of perl.ohm, built when the first program is parsed: from the recipe the build made of it, if there is one. */
export function perlGrammar(): ohm.Grammar {
  perl ??= fromRecipe() ?? ohm.grammar(readFileSync(new URL('./perl.ohm', import.meta.url), 'utf8'));
  return perl;
}

function fromRecipe(): ohm.Grammar | null {
  let text: string;
  try {
    text = readFileSync(new URL('./perl.recipe.json', import.meta.url), 'utf8');
  } catch {
    return null;
  }
  return makeRecipe((JSON.parse(text) as { recipe: unknown }).recipe);
}

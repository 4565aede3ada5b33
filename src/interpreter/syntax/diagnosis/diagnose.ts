/**
 * What perl says about a program that can't be compiled. The first reading only finds out that something is wrong; this
 * second, slower one follows perl's lexer and parser closely, so that all it says is said in perl's words and order.
 */
import { Lexer } from './lexer.js';
import { Parser } from './parse.js';
import type { Surroundings } from './surroundings.js';
import { GiveUp } from './tokens.js';

export interface Diagnosis {
  /** each with its place and a newline */
  readonly complaints: readonly string[];
  /** how it ends: perl has read all, has given up, or died of a mistake that it puts in these words */
  readonly end: 'read' | 'quit' | { readonly complaint: string };
  /** the file has been read to its end */
  readonly metEnd: boolean;
}

export interface Subject {
  readonly source: string;
  readonly file: string;
  readonly startLine: number;
  /** the text of a string eval */
  readonly evaluated: boolean;
}

export function diagnose(subject: Subject, env: Surroundings): Diagnosis {
  const { source, file, startLine, evaluated } = subject;
  const lexer = new Lexer(source, file, startLine, evaluated, env);
  try {
    new Parser(lexer).run();
  } catch (e) {
    if (!(e instanceof GiveUp)) throw e;
    const end = e.complaint === null ? 'quit' : { complaint: e.complaint };
    return { complaints: lexer.complaints, end, metEnd: lexer.metEnd };
  }
  return { complaints: lexer.complaints, end: 'read', metEnd: lexer.metEnd };
}

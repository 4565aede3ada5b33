/** First light: FILE and -e. */
import { readFileSync } from 'node:fs';
import { createPerl, runProgram } from '../interpreter/perl.js';
import { finishProcess } from '../interpreter/process/finish.js';

const args = process.argv.slice(2);
let source: string;
let name: string;
let rest: string[];
if (args[0] === '-e') {
  source = args[1] ?? '';
  name = '-e';
  rest = args.slice(2);
} else {
  name = args[0] ?? '-';
  source = readFileSync(name === '-' ? 0 : name, 'latin1');
  rest = args.slice(1);
}
const perl = createPerl({ scriptName: name, argv: rest });
finishProcess(runProgram(perl, source));

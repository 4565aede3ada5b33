import { expect, it } from 'vitest';
import { askPerl, hasPerl } from '../../testing/perl-oracle.js';
import { shownKey } from './shown-key.js';

const keys = [
  'key',
  '',
  'a b',
  'q"\\',
  'tab\t\n\r\f',
  '\x01\x7f',
  '\x001',
  '\xe9',
  '\x0b',
  '\x1b',
  '\x07',
  'x'.repeat(40),
  `${'x'.repeat(31)}\n`,
];

it.runIf(hasPerl)('keys look as in warnings of perl', () => {
  const texts = keys.map((key) => [...key].map((c) => `\\x{${c.charCodeAt(0).toString(16)}}`).join(''));
  const answers = askPerl(texts.map((text) => `my %h; my $x = 1 + $h{"${text}"}; 0`));
  const ours = keys.map((key) => `0 !Use of uninitialized value $h{${shownKey(key)}} in addition (+)`);
  expect(ours).toEqual(answers.map((answer) => answer.trimEnd()));
});

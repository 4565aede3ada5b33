/** The special variables of formats (perlvar): $^A $: $^L for all handles, $~ $^ $= $- $% for the selected one. */
import { int, str } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { makeHandle } from '../io/handles.js';
import { FunctionScalar } from '../process/environment-scalars.js';
import { Accumulator } from './accumulator.js';
import { type ChosenFormat, Page } from './page.js';

const DEFAULT_BREAKS = ' \n-';

/** The page of the selected handle. */
function selectedPage(perl: Interp): Page {
  return (makeHandle(perl.selected!).page ??= new Page());
}

/** A format by its name, in the current package. */
function chosen(perl: Interp, v: PerlValue): ChosenFormat {
  const name = str(v);
  return { name, glob: perl.glob(perl.packages.qualify(name.replace(/^\*/, ''), perl.currentPackage())) };
}

export function installFormatVariables(perl: Interp): void {
  const variable = (name: string, read: (page: Page) => PerlValue, write: (page: Page, v: PerlValue) => void): void => {
    perl.glob(`main::${name}`).s = new FunctionScalar(
      () => read(selectedPage(perl)),
      (v) => write(selectedPage(perl), v),
    );
  };
  const number = (v: PerlValue): number => Number(int(v, 'scalar assignment'));
  const handleName = (): string => perl.selected!.name;

  perl.glob('main::^A').s = new Accumulator();
  perl.scalar('main:::').v = DEFAULT_BREAKS;
  perl.scalar('main::^L').v = '\f';
  variable(
    '~',
    (page) => page.format?.name ?? handleName(),
    (page, v) => (page.format = chosen(perl, v)),
  );
  variable(
    '^',
    (page) => page.topName ?? `${handleName()}_TOP`,
    (page, v) => {
      page.top = chosen(perl, v);
      page.topName = page.top.name;
    },
  );
  variable(
    '=',
    (page) => page.length,
    (page, v) => (page.length = number(v)),
  );
  variable(
    '-',
    (page) => page.linesLeft,
    (page, v) => (page.linesLeft = Math.max(0, number(v))),
  );
  variable(
    '%',
    (page) => page.number,
    (page, v) => (page.number = number(v)),
  );
}

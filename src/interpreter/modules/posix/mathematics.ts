/** <math.h> and the C99 additions (perldoc POSIX): functions of one or two doubles. */

/** Half to even: rint(3), nearbyint(3), lrint(3). */
function rint(x: number): number {
  const rounded = Math.round(x);
  return Math.abs(x % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** Half away from zero: round(3). */
const round = (x: number): number => (x < 0 ? -Math.floor(-x + 0.5) : Math.floor(x + 0.5));

function fmod(x: number, y: number): number {
  return x % y;
}

/** IEEE remainder: x minus the nearest multiple of y. */
function remainder(x: number, y: number): number {
  return x - rint(x / y) * y;
}

const gammaCoefficients = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Lanczos' approximation; exact for small whole numbers. */
function tgamma(x: number): number {
  if (Number.isInteger(x)) {
    if (x <= 0) return x === 0 ? 1 / x : NaN;
    if (x < 24) {
      let product = 1;
      for (let i = 2; i < x; i++) product *= i;
      return product;
    }
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * tgamma(1 - x));
  const z = x - 1;
  let sum = gammaCoefficients[0] as number;
  for (let i = 1; i < gammaCoefficients.length; i++) sum += (gammaCoefficients[i] as number) / (z + i);
  const t = z + gammaCoefficients.length - 1.5;
  return Math.sqrt(2 * Math.PI) * t ** (z + 0.5) * Math.exp(-t) * sum;
}

function lgamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x < 20) return Math.log(Math.abs(tgamma(x)));
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  );
}

/** The error function: a series near 0, a continued fraction beyond. */
function erf(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size < 2.5) {
    let term = size;
    let sum = size;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
      term *= (-size * size) / n;
      sum += term / (2 * n + 1);
    }
    return Math.sign(x) * (2 / Math.sqrt(Math.PI)) * sum;
  }
  return Math.sign(x) * (1 - tailOfErf(size));
}

function tailOfErf(x: number): number {
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

const erfc = (x: number): number => (x > 2.5 ? tailOfErf(x) : 1 - erf(x));

const exponent = (x: number): number => {
  if (x === 0) return -Infinity;
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  let e = Math.floor(Math.log2(Math.abs(x)));
  if (Math.abs(x) >= 2 ** (e + 1)) e++;
  else if (Math.abs(x) < 2 ** e) e--;
  return e;
};

const view = new DataView(new ArrayBuffer(8));

function nextafter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (y > x === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function fpclassify(x: number): number {
  if (x !== x) return 0;
  if (!Number.isFinite(x)) return 1;
  if (x === 0) return 2;
  return Math.abs(x) < 2.2250738585072014e-308 ? 3 : 4;
}

export const oneOperand: Readonly<Record<string, (x: number) => number>> = {
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atanh: Math.atanh,
  cbrt: Math.cbrt,
  ceil: Math.ceil,
  cosh: Math.cosh,
  erf,
  erfc,
  exp2: (x) => 2 ** x,
  expm1: Math.expm1,
  floor: Math.floor,
  fpclassify,
  ilogb: exponent,
  isfinite: (x) => (Number.isFinite(x) ? 1 : 0),
  isinf: (x) => (Math.abs(x) === Infinity ? 1 : 0),
  isnan: (x) => (x !== x ? 1 : 0),
  isnormal: (x) => (fpclassify(x) === 4 ? 1 : 0),
  lgamma,
  log10: Math.log10,
  log1p: Math.log1p,
  log2: Math.log2,
  logb: exponent,
  lrint: rint,
  lround: round,
  nearbyint: rint,
  rint,
  round,
  signbit: (x) => (x < 0 || Object.is(x, -0) ? 1 : 0),
  sinh: Math.sinh,
  tan: Math.tan,
  tanh: Math.tanh,
  tgamma,
  trunc: Math.trunc,
};

const unordered = (x: number, y: number): boolean => x !== x || y !== y;

export const twoOperands: Readonly<Record<string, (x: number, y: number) => number>> = {
  copysign: (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)),
  fdim: (x, y) => (unordered(x, y) ? NaN : x > y ? x - y : 0),
  fmax: (x, y) => (x !== x ? y : y !== y ? x : Math.max(x, y)),
  fmin: (x, y) => (x !== x ? y : y !== y ? x : Math.min(x, y)),
  fmod,
  hypot: Math.hypot,
  remainder,
  nextafter,
  nexttoward: nextafter,
  isgreater: (x, y) => Number(x > y),
  isgreaterequal: (x, y) => Number(x >= y),
  isless: (x, y) => Number(x < y),
  islessequal: (x, y) => Number(x <= y),
  islessgreater: (x, y) => Number(x !== y && !Number.isNaN(x) && !Number.isNaN(y)),
  isunordered: (x, y) => Number(unordered(x, y)),
  ldexp: (x, e) => x * 2 ** e,
  scalbn: (x, e) => x * 2 ** e,
};

/** frexp(3): a fraction in [0.5, 1) and a power of two. */
export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const e = exponent(x) + 1;
  return [x / 2 ** e, e];
}

/** modf(3): the fractional and the whole part. */
export function modf(x: number): [number, number] {
  const whole = Math.trunc(x);
  return [Number.isFinite(x) ? x - whole : 0, whole];
}

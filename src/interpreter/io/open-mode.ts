/** The modes of open (perlfunc open, perlopentut). */
import { O_APPEND, O_CREAT, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } from '../../abi/linux-files.js';

/** What an open has been asked to do. */
export interface OpenMode {
  /** file: a path; dup, alias: a handle (>& and >&=); pipeFrom, pipeTo: a command (-| and |-) */
  readonly kind: 'file' | 'dup' | 'alias' | 'pipeFrom' | 'pipeTo';
  readonly reads: boolean;
  readonly writes: boolean;
  readonly append: boolean;
  /** open(2) flags */
  readonly flags: number;
  readonly layers: string;
}

const access: Record<string, { reads: boolean; writes: boolean; append: boolean; flags: number }> = {
  '<': { reads: true, writes: false, append: false, flags: O_RDONLY },
  '>': { reads: false, writes: true, append: false, flags: O_WRONLY | O_CREAT | O_TRUNC },
  '>>': { reads: false, writes: true, append: true, flags: O_WRONLY | O_CREAT | O_APPEND },
  '+<': { reads: true, writes: true, append: false, flags: O_RDWR },
  '+>': { reads: true, writes: true, append: false, flags: O_RDWR | O_CREAT | O_TRUNC },
  '+>>': { reads: true, writes: true, append: true, flags: O_RDWR | O_CREAT | O_APPEND },
};

function modeOf(symbol: string, dup: string, layers: string): OpenMode {
  const kind = dup === '' ? 'file' : dup === '&' ? 'dup' : 'alias';
  return { kind, ...access[symbol]!, layers };
}

function pipeMode(kind: 'pipeFrom' | 'pipeTo', layers: string): OpenMode {
  const reads = kind === 'pipeFrom';
  return { kind, reads, writes: !reads, append: false, flags: 0, layers };
}

/** The mode operand of open with three or more operands; null if perl does not know it. */
export function parseMode(text: string): OpenMode | null {
  const m = /^\s*(?:(\+?>>|\+?[<>])\s*(&=|&)?|(-\||\|-))\s*(?::?([\s:]*\w[^]*))?\s*:?\s*$/.exec(text);
  if (m === null) return null;
  const layers = m[4] ?? '';
  if (m[3] !== undefined) return pipeMode(m[3] === '-|' ? 'pipeFrom' : 'pipeTo', layers);
  return modeOf(m[1]!, m[2] ?? '', layers);
}

/** The one specification of two-operand open: mode and name together. '-' is a standard handle. */
export function parseSpecification(text: string): { mode: OpenMode; name: string } {
  const spec = text.replace(/^[ \t\n\r\f]+/, '').replace(/[ \t\n\r\f\0]+$/, '');
  const m = /^(\+?>>|\+?[<>])(&=|&)?\s*([^]*)$/.exec(spec);
  if (m !== null) return { mode: modeOf(m[1]!, m[2] ?? '', ''), name: m[3]! };
  if (spec.startsWith('|')) return { mode: pipeMode('pipeTo', ''), name: spec.slice(1).trim() };
  if (spec.endsWith('|')) return { mode: pipeMode('pipeFrom', ''), name: spec.slice(0, -1).trim() };
  return { mode: modeOf('<', '', ''), name: spec };
}

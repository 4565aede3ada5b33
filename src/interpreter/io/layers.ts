/** The layer part of an open mode or of binmode: `:raw:encoding(UTF-8)` (perldoc PerlIO). */
import { EINVAL } from '../../abi/linux-errno.js';
import { findEncoding, laxUtf8 } from './encoding.js';
import type { Encoding } from './encoding.js';
import { perl } from './perl.js';

/** What the layers of a handle amount to. */
export interface Layers {
  readonly encoding: Encoding | null;
  /** \n is \r\n outside */
  readonly crlf: boolean;
}

export const plainLayers: Layers = { encoding: null, crlf: false };

const layerPattern = /[\s:]*(\w+)(?:\(((?:[^()\\]|\\.|\([^()]*\))*)\))?/gy;

/** Apply `text` to the layers; null if a layer is unknown (a warning has been given). */
export function applyLayers(before: Layers, text: string): Layers | null {
  let layers = before;
  layerPattern.lastIndex = 0;
  let end = 0;
  for (let m = layerPattern.exec(text); m !== null; m = layerPattern.exec(text)) {
    end = layerPattern.lastIndex;
    const next = applyLayer(layers, m[1]!, m[2]);
    if (next === null) return null;
    layers = next;
  }
  const rest = text.slice(end).replace(/^[\s:]+/, '');
  if (rest !== '') {
    perl().warn('layer', `Invalid separator character '${rest[0]}' in PerlIO layer specification ${rest}`);
    return null;
  }
  return layers;
}

function applyLayer(layers: Layers, name: string, argument: string | undefined): Layers | null {
  switch (name) {
    case 'raw':
      return plainLayers;
    case 'bytes':
    case 'pop':
      return { ...layers, encoding: null };
    case 'utf8':
      return { ...layers, encoding: layers.encoding ?? laxUtf8 };
    case 'crlf':
      return { ...layers, crlf: true };
    case 'stdio':
    case 'perlio':
    case 'unix':
    case 'mmap':
      return layers;
    case 'encoding': {
      const encoding = findEncoding(argument ?? '');
      if (encoding !== null) return { ...layers, encoding };
      perl().warnDefault('io', `Cannot find encoding "${argument ?? ''}"`);
      perl().errno = EINVAL;
      return null;
    }
    default:
      perl().warn('layer', `Unknown PerlIO layer "${name}"`);
      return null;
  }
}

/** PerlIO::get_layers */
export function layerNames(layers: Layers): string[] {
  const names = ['unix', 'perlio'];
  if (layers.crlf) names.push('crlf');
  if (layers.encoding?.layer) names.push(`encoding(${layers.encoding.layer})`);
  if (layers.encoding !== null) names.push('utf8');
  return names;
}

/** Hosts, services and protocols as the files in /etc name them (hosts(5), services(5), protocols(5)). */
import fs from 'node:fs';

/** The words of each line of a file, without comments; nothing if there is no such file. */
function lines(path: string): string[][] {
  let text = '';
  try {
    text = fs.readFileSync(path, 'latin1');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter((words) => words.length > 1);
}

export interface Service {
  readonly name: string;
  readonly aliases: string[];
  readonly port: number;
  readonly protocol: string;
}

export function findService(wanted: (s: Service) => boolean): Service | undefined {
  for (const [name, place, ...aliases] of lines('/etc/services')) {
    const [port, protocol] = place!.split('/');
    const service = { name: name!, aliases, port: Number(port), protocol: protocol ?? '' };
    if (wanted(service)) return service;
  }
  return undefined;
}

export interface Protocol {
  readonly name: string;
  readonly aliases: string[];
  readonly number: number;
}

/** Those that every system has, for systems without the file. */
const common: Protocol[] = [
  { name: 'ip', aliases: ['IP'], number: 0 },
  { name: 'icmp', aliases: ['ICMP'], number: 1 },
  { name: 'tcp', aliases: ['TCP'], number: 6 },
  { name: 'udp', aliases: ['UDP'], number: 17 },
];

export function findProtocol(wanted: (p: Protocol) => boolean): Protocol | undefined {
  for (const [name, number, ...aliases] of lines('/etc/protocols')) {
    const protocol = { name: name!, aliases, number: Number(number) };
    if (wanted(protocol)) return protocol;
  }
  return common.find(wanted);
}

export interface HostEntry {
  readonly name: string;
  readonly aliases: string[];
  /** packed IPv4 address */
  readonly address: string;
}

const dotted = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/;

/** 127.0.0.1 as four bytes, or null. */
export function packedAddress(text: string): string | null {
  const parts = dotted.exec(text)?.slice(1).map(Number);
  return parts && parts.every((n) => n < 256) ? String.fromCharCode(...parts) : null;
}

export function findHost(wanted: (h: HostEntry) => boolean): HostEntry | undefined {
  for (const [address, name, ...aliases] of lines('/etc/hosts')) {
    const packed = packedAddress(address!);
    if (packed === null) continue;
    const host = { name: name!, aliases, address: packed };
    if (wanted(host)) return host;
  }
  return undefined;
}

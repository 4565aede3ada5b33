import { describe, expect, it } from 'vitest';
import { declarationOf, exportsOf, section } from './write-api.mjs';

const text = `/** The whole. */
export { type Part, whole } from './whole.js';
/** What it takes:
 * much. */
export declare class Machine {
    private readonly secret;
    /** Turns. */
    turn(by: {
        angle: number;
    }): void;
}
export type Word = 'one' | 'two';
export declare function make(of: string): Machine;
`;

describe('the API page', () => {
  it('finds what an entry exports, and where it is declared', () => {
    expect([...exportsOf('/d/index.d.ts', text)]).toEqual([
      ['Part', '/d/whole.d.ts'],
      ['whole', '/d/whole.d.ts'],
      ['Machine', '/d/index.d.ts'],
      ['Word', '/d/index.d.ts'],
      ['make', '/d/index.d.ts'],
    ]);
  });

  it('wants a comment for every export', () => {
    expect(section('Machine', text)).toMatch(/^### Machine\n\nWhat it takes:\nmuch\.\n\n```ts\nclass Machine \{/);
    expect(() => section('Word', text)).toThrow('Word has no comment');
  });

  it('takes a declaration with its comment, without what is private', () => {
    const machine = declarationOf('Machine', text);
    expect(machine?.comment).toBe('What it takes:\nmuch.');
    expect(machine?.code).toContain('angle: number;');
    expect(machine?.code).not.toContain('secret');
    expect(machine?.code.endsWith('}')).toBe(true);
    expect(declarationOf('Word', text)?.code).toBe("type Word = 'one' | 'two';");
    expect(declarationOf('missing', text)).toBe(null);
  });
});

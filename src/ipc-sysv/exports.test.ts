import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { constant } from './constant.js';
import { constantNames, exportNames } from './export-names.js';

function perlLines(program: string): string[] | undefined {
  const { status, stdout } = spawnSync('perl', ['-MIPC::SysV', '-e', program], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n') : undefined;
}

describe('the names of IPC::SysV', () => {
  it('are those of real perl, in its order', ({ skip }) => {
    expect(exportNames.length).toBe(96);
    expect(exportNames).toEqual(perlLines('print join "\\n", @IPC::SysV::EXPORT_OK') ?? skip('no IPC::SysV'));
  });

  it('have the values and the sentences of real perl', ({ skip }) => {
    const names = [...constantNames, 'MSG_COPY', 'ftok', ''];
    const list = names.map((name) => `'${name}'`).join(',');
    const program = `print join "\\n", map { my @r = IPC::SysV::_constant($_); $r[0] // $r[1] } ${list}`;
    const lines = perlLines(program) ?? skip('no IPC::SysV');
    const pageSize = Number(spawnSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }).stdout);
    expect(names.map((name) => String(constant(name, { pageSize })))).toEqual(lines);
  });
});

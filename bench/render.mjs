// results.md

const titles = {
  segments: 'Segments',
  exact: 'Segments, attached and detached in every call (`--exact-attach`)',
  calls: 'Other calls',
  processes: 'Processes: processor time of parent and child together',
  scaling: 'How it grows',
  loops: 'Plain Perl',
  start: 'Start: the whole process, processor time and by the clock',
};

const time = (ns) =>
  ns < 1000 ? `${ns.toFixed(0)} ns` : ns < 1e6 ? `${(ns / 1e3).toFixed(2)} us` : `${(ns / 1e6).toFixed(2)} ms`;

function table(rows) {
  const head =
    '| question | perl | ours | ratio | from | to | wanted | C as perl does it | C, attached |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n';
  const line = ({ name, perl, ours, ratio, low, high, wanted, c = [] }) => [
    name,
    time(perl),
    time(ours),
    `**${ratio.toFixed(2)}**`,
    low.toFixed(2),
    high.toFixed(2),
    wanted ?? '',
    ...[0, 1].map((index) => (c[index] === undefined ? '' : time(c[index]))),
  ];
  return head + rows.map((row) => `| ${line(row).join(' | ')} |\n`).join('');
}

export function render({ date, machine, versions, rounds, rows, loops, peer }) {
  const sections = Object.entries(titles).map(([group, title]) => {
    const own = rows.filter((row) => row.group === group);
    return own.length === 0 ? '' : `## ${title}\n\n${table(own)}\n`;
  });
  const npm =
    peer === undefined
      ? 'The npm package shm-typed-array is not installed here.'
      : `shm-typed-array (npm): ${time(peer)} for a copy of 64 bytes out of a segment that it keeps attached, without asking the kernel.`;
  return `# Results

Written by \`npm run bench\` on ${date}: ${machine}; ${versions}.

The ratio is perl's processor time divided by ours: above 1 we are faster. Each question was measured ${rounds} times, perl and
ours in turn; ratio, from and to are the median and the extremes of the pairs. The time of loops is measured within the
program, start-up excluded.

${sections.filter(Boolean).join('\n')}
Geometric mean of plain Perl: **${loops.toFixed(2)}**.

${npm}
`;
}

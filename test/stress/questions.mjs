// What the stress programs are asked, and what they must answer. N stands for the count.

/**
 * @typedef {object} Question
 * @property {string} program
 * @property {number} few the count in a normal test run
 * @property {number} many the count of `npm run stress`
 * @property {string} answer
 * @property {boolean} pairs does a second perl take part? Then every pairing of the two is asked.
 * @property {string[]} [few_more] further operands in a normal run
 * @property {string} [not_perl] why real perl can't be held to the answer
 */

const calls = ['semop', 'msgrcv', 'sleep', 'read', 'waitpid'];

/** @type {Question[]} */
export const questions = [
  {
    program: 'forks.pl',
    few: 60,
    many: 10_000,
    pairs: false,
    answer: 'N children, 0 wrong, all work done, none left\n',
  },
  {
    program: 'crowd.pl',
    few: 40,
    many: 500,
    pairs: false,
    answer: 'N children at once, 0 wrong, all work done, none left\n',
  },
  {
    program: 'kept-attachments.pl',
    few: 20,
    many: 3000,
    pairs: false,
    answer: 'N rounds, all tests, 0 of them wrong\n',
  },
  {
    program: 'timeouts.pl',
    few: 25,
    few_more: ['1000'],
    many: 1000,
    pairs: false,
    answer: calls.map((call) => `${call}: 0 of N lost, 0 late\n`).join(''),
    not_perl: 'it loses signals that come just before a call',
  },
  {
    program: 'ping-pong.pl',
    few: 300,
    many: 10_000,
    pairs: true,
    answer: 'N rounds, 0 wrong, the other one ended with 0\n',
  },
  {
    program: 'queue.pl',
    few: 3000,
    many: 100_000,
    pairs: true,
    answer: 'N messages: N received once, 0 never, 0 more often; 0 processes failed\n',
  },
  { program: 'undo-lock.pl', few: 3, many: 100, pairs: true, answer: 'N holders killed, 0 wrong\n' },
  {
    program: 'killed-workers.pl',
    few: 5,
    many: 200,
    pairs: true,
    answer:
      'N workers killed, 0 unnoticed, 0 not undone; messages: none lost otherwise, 0 doubled or damaged; ' +
      'lock 1, alive 0, 0 segments left\n',
  },
];

/**
 * The runs of a question: which perl runs the program, and which one the other side.
 * @param {Question} question
 * @param {Record<string, readonly string[] | undefined>} perls
 */
export function runsOf(question, perls) {
  const known = Object.entries(perls).flatMap(([name, command]) => (command === undefined ? [] : [{ name, command }]));
  if (question.pairs) {
    return known.flatMap((a) =>
      known.map((b) => ({ name: `${a.name} and ${b.name}`, perl: a.command, other: b.command })),
    );
  }
  const held = question.not_perl === undefined ? known : known.filter(({ name }) => name !== 'real perl');
  return held.map(({ name, command }) => ({ name, perl: command, other: [] }));
}

/**
 * @param {Question} question
 * @param {number} count
 */
export function answerTo(question, count) {
  return question.answer.replace(/\bN\b/g, String(count));
}

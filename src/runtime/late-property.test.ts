import { expect, test } from 'vitest';
import { lateProperty } from './late-property.js';

test('a late property is made once, when it is looked at', () => {
  let made = 0;
  const object: Record<string, number> = {};
  lateProperty(object, 'answer', () => ++made + 41);
  expect([Object.keys(object), made]).toEqual([['answer'], 0]);
  expect([object['answer'], object['answer'], made]).toEqual([42, 42, 1]);
});

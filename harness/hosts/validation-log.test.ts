import { caseMark, messagesIn, ValidationLog } from './validation-log';

const one = [
  'Validation Error: [ VUID-vkResetFences-pFences-01123 ] | MessageID = 0x1',
  'vkResetFences(): pFences[0] is in use.',
  'The Vulkan spec states: it must not be',
  'Objects: 1',
  '    [0] VkFence 0x10',
  '',
].join('\n');

/** What the layer says when an instance is made. */
const active = [
  'Validation Information: [ CURRENT-VALIDATION-ENABLED ] | MessageID = 0x2',
  'vkCreateInstance(): Current Validation Enabled:',
  '  - Core Checks',
  '  - Synchronization',
  '  - Thread Safety',
  '',
  'Objects: 1',
  '    [0] VkInstance 0x10',
  '',
].join('\n');

function activeLog(): ValidationLog {
  const log = new ValidationLog();
  log.add(active);
  return log;
}

test('a message has its rule and what it says, without the objects', () => {
  expect(messagesIn(`something else\n${one}${one}`)).toEqual(
    Array.from({ length: 2 }, () => ({
      rule: 'VUID-vkResetFences-pFences-01123',
      text: 'vkResetFences(): pFences[0] is in use. The Vulkan spec states: it must not be',
    })),
  );
  expect(messagesIn('nothing of the layer\n')).toEqual([]);
});

test('what comes before the mark is the case, what comes behind it the next one', async () => {
  const log = activeLog();
  log.add(`${one}${caseMark}${one}`);
  expect(await log.take(0)).toHaveLength(1);
  log.add(caseMark);
  expect(await log.take(0)).toHaveLength(1);
  log.add(caseMark);
  expect(await log.take(0)).toEqual([]);
});

test('a mark that comes late is waited for, one that never comes is not', async () => {
  const log = activeLog();
  log.add(one.slice(0, 50));
  setTimeout(() => log.add(`${one.slice(50)}${caseMark}`), 20);
  expect(await log.take(2000)).toHaveLength(1);
  log.add(one);
  expect(await log.take(10)).toHaveLength(1);
});

test('information is no objection, and a layer that never said that it is on is one', async () => {
  const log = new ValidationLog();
  log.add(`${active.replace('  - Synchronization\n', '')}${caseMark}`);
  expect(await log.take(0)).toMatchObject([{ rule: 'CURRENT-VALIDATION-ENABLED' }]);
  log.add(`${active}${caseMark}${caseMark}`);
  expect(await log.take(0)).toEqual([]);
  expect(await log.take(0)).toEqual([]);
});

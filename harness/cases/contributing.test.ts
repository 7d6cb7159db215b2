import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { loadSuite, suiteFiles } from './suite-files';

const page = join(__dirname, '../../../CONTRIBUTING.md');

describe('CONTRIBUTING.md beside VK-GL-CTS', () => {
  const [, section = ''] = readFileSync(page, 'utf8').split('\n## Beside VK-GL-CTS\n');
  const [text = ''] = section.split('\n## ');
  const named = [...text.matchAll(/`((?:capabilities|fence|semaphore|memory)\.[a-z0-9.*-]+)`/g)].map(
    ([, id = '']) => id,
  );
  const ids = suiteFiles().flatMap((file) => loadSuite(file).cases.map(({ id }) => id));

  test('it names cases', () => {
    expect(named.length).toBeGreaterThan(50);
  });

  test.each([...new Set(named)])('%s is there', (glob) => {
    const matches = picomatch(glob);
    expect(ids.filter((id) => matches(id))).not.toEqual([]);
  });
});

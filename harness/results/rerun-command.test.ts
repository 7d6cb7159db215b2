import { join, resolve } from 'node:path';
import type { Driver } from '../drivers/driver';
import { quoteForPosix, quoteForWindows, quoteWord, rerunCommand, rerunLike } from './rerun-command';

const driver: Driver = {
  name: 'lavapipe',
  manifest: '/drivers/lvp icd.json',
  library: '/drivers/lvp.so',
  loader: null,
  dynamicLinker: null,
  builtIn: false,
  origin: 'this machine',
};
const plain = {
  inGuest: false,
  direct: false,
  isolate: false,
  timeoutSeconds: 10,
  icds: [],
  reports: 'reports',
};

test('names the case and the driver, and what differs from a plain run', () => {
  const id = 'fence.import.shared-signal:handleType=OPAQUE_FD';
  const kept = resolve('/kept/reports');
  expect(rerunCommand(id, false, driver, true, 'lavapipe/cpu', plain)).toBe(
    `npx vkextern run ${quoteWord(id)} --driver lavapipe --reports ${join('reports', 'again')}`,
  );
  expect(
    rerunCommand(id, true, driver, false, 'lavapipe/cpu', {
      inGuest: true,
      direct: true,
      isolate: true,
      timeoutSeconds: 60,
      icds: ['/drivers/lvp icd.json'],
      reports: kept,
    }),
  ).toBe(
    `npx vkextern run ${quoteWord(id)} --icd ${quoteWord('/drivers/lvp icd.json')} --device lavapipe/cpu --direct --isolate --in-guest --timeout 60 --strict-robustness --reports ${join(kept, 'again')}`,
  );
});

test('what runs again from a run again goes where that went', () => {
  expect(rerunCommand('a.b', false, driver, true, 'x', { ...plain, reports: 'reports/again' })).toBe(
    `npx vkextern run a.b --driver lavapipe --reports ${join('reports', 'again')}`,
  );
});

test('quotes what a shell would take apart', () => {
  expect(quoteForPosix('plain-1.0/x')).toBe('plain-1.0/x');
  expect(quoteForPosix("it's")).toBe("'it'\\''s'");
  expect(quoteForPosix('')).toBe("''");
  expect(quoteForPosix('$(x)')).toBe("'$(x)'");
  expect(quoteForWindows('C:\\plain-1.0\\x')).toBe('C:\\plain-1.0\\x');
  expect(quoteForWindows('C:\\Users\\RUNNER~1')).toBe('C:\\Users\\RUNNER~1');
  expect(quoteForWindows('~home')).toBe('"~home"');
  expect(quoteForWindows('a.b:axis=1,other=2')).toBe('"a.b:axis=1,other=2"');
  expect(quoteForWindows('')).toBe('""');
});

test('a command from another platform is changed for another case all the same', () => {
  for (const quote of [quoteForPosix, quoteForWindows]) {
    const one = {
      id: 'a.b:x=1',
      rerun: `npx vkextern run ${quote('a.b:x=1')} --driver d --reports ${quote('my again')}`,
    };
    expect(rerunLike(one, 'a.c:y=2', true)).toBe(
      `npx vkextern run ${quote('a.c:y=2')} --driver d --strict-robustness --reports ${quote('my again')}`,
    );
  }
});

import type { Driver } from '../drivers/driver';
import { quoteWord, rerunCommand } from './rerun-command';

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
  expect(rerunCommand(id, false, driver, true, 'lavapipe/cpu', plain)).toBe(
    `npx vkextern run '${id}' --driver lavapipe --reports reports/again`,
  );
  expect(
    rerunCommand(id, true, driver, false, 'lavapipe/cpu', {
      inGuest: true,
      direct: true,
      isolate: true,
      timeoutSeconds: 60,
      icds: ['/drivers/lvp icd.json'],
      reports: '/kept/reports',
    }),
  ).toBe(
    `npx vkextern run '${id}' --icd '/drivers/lvp icd.json' --device lavapipe/cpu --direct --isolate --in-guest --timeout 60 --strict-robustness --reports /kept/reports/again`,
  );
});

test('what runs again from a run again goes where that went', () => {
  expect(rerunCommand('a.b', false, driver, true, 'x', { ...plain, reports: 'reports/again' })).toBe(
    'npx vkextern run a.b --driver lavapipe --reports reports/again',
  );
});

test('quotes what a shell would take apart', () => {
  expect(quoteWord('plain-1.0/x')).toBe('plain-1.0/x');
  expect(quoteWord("it's")).toBe("'it'\\''s'");
  expect(quoteWord('')).toBe("''");
  expect(quoteWord('$(x)')).toBe("'$(x)'");
});

import { LogLink } from './log-link';
import { sampleResults } from './results-sample';

const logs = (template: string, environment: Record<string, string> = {}) =>
  LogLink.of(template, environment)
    .addedTo(sampleResults())
    .devices.map(({ outcomes }) => Object.fromEntries(outcomes.map(({ status, log }) => [status, log])));

test('what is not as required gets an address, and nothing else', () => {
  const [one] = logs('https://ci.example/{job}/{driver}/{device}/{status}', { GITHUB_RUN_ID: '77' });
  expect(one).toEqual({
    pass: undefined,
    warn: undefined,
    skip: undefined,
    fail: 'https://ci.example/77/sample/one-1.0/fail',
    crash: 'https://ci.example/77/sample/one-1.0/crash',
    timeout: 'https://ci.example/77/sample/one-1.0/timeout',
    flake: 'https://ci.example/77/sample/one-1.0/flake',
    missing: 'https://ci.example/77/sample/one-1.0/missing',
  });
});

test('values are percent-encoded, so that they end no part of the address', () => {
  const [one] = logs('https://ci.example/log?of={id}#{case}');
  expect(one?.fail).toBe(
    'https://ci.example/log?of=fence.import.case-fail%3AhandleType%3DOPAQUE_FD%2Con%3Dtrue#fence.import.case-fail',
  );
  const sample = sampleResults();
  const odd = { ...sample, driver: { ...sample.driver, name: 'a/b ?#&%()"\'é\ud800' } };
  const [device] = LogLink.of('http://ci.example/{driver}', {}).addedTo(odd).devices;
  expect(device?.outcomes.find(({ status }) => status === 'fail')?.log).toBe(
    'http://ci.example/a%2Fb%20%3F%23%26%25%28%29%22%27%C3%A9%EF%BF%BD',
  );
});

test('a pass that the baseline does not expect has a log too', () => {
  const sample = sampleResults();
  const judgement = { verdict: 'unexpected' as const, why: 'now passes' };
  const [device] = sample.devices;
  const outcomes = (device?.outcomes ?? []).map((one) => ({ ...one, judgement }));
  const judged = { ...sample, devices: [{ ...sample.devices[0], outcomes } as (typeof sample.devices)[0]] };
  const [first] = LogLink.of('http://ci.example/{id}', {}).addedTo(judged).devices;
  expect(first?.outcomes.every(({ log }) => log !== undefined)).toBe(true);
});

test.each([
  ['https://ci.example/{jbo}', /^\{jbo\} is no placeholder; there are \{job\}, \{driver\}/],
  ['https://ci.example/{}', /^\{\} is no placeholder/],
  ['https://ci.example/{id', /^a brace has no counterpart/],
  ['https://ci.example/id}', /^a brace has no counterpart/],
  ['https://ci.example/{job}', /CI_JOB_ID, GITHUB_RUN_ID, BUILD_NUMBER is set, and none is$/],
  ['javascript:alert({id})', /makes no http or https address$/],
  ['logs/{id}', /makes no http or https address$/],
])('%s is refused in a line', (template, message) => {
  expect(() => LogLink.of(template, {})).toThrow(message);
});

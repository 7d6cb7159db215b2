import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The library of a driver to try, when one is at hand; it must load in this Node.js. */
const library = process.env.VKEXTERN_SELF_TEST_ICD;

const withDriver = library === undefined ? describe.skip : describe;

withDriver('a real driver (VKEXTERN_SELF_TEST_ICD)', () => {
  it('hands payloads over by export and import', () => {
    const program = path.join(__dirname, 'real-driver-program.js');
    const output = execFileSync(process.execPath, [program, library ?? ''], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(output).toMatch(/a signal went through|bytes went through/);
  });
});

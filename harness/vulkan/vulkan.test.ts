import { execFileSync } from 'node:child_process';
import path from 'node:path';

const output = execFileSync(process.execPath, [path.join(__dirname, 'double-driver-program.js')], {
  encoding: 'utf8',
});
const lines = output.trim().split('\n');

describe('typed commands over a driver written in TypeScript', () => {
  it.each(lines)('%s', (line) => {
    expect(line).toMatch(/^ok /);
  });

  it('ran every check', () => {
    expect(lines).toHaveLength(9);
  });
});

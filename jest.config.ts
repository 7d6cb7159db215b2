import type { Config } from 'jest';

const config: Config = {
  rootDir: __dirname,
  testMatch: ['**/*.test.js'],
  transform: {},
};

export default config;

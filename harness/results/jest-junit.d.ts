/** The reporter class of the package, as far as it is called here. */
declare module 'jest-junit' {
  class JestJUnit {
    constructor(globalConfig: { rootDir: string }, options: Record<string, unknown>);
    onRunComplete(contexts: ReadonlySet<unknown>, results: unknown): Promise<void>;
  }
  export = JestJUnit;
}

/** How yargs reads command lines, of this call and of earlier ones. */
export const parserSettings = { 'greedy-arrays': false, 'boolean-negation': false } as const;

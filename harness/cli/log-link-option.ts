import type { Argv } from 'yargs';
import { LogLink, logPlaceholders } from '../results/log-link';
import { wrongUsage } from './command-error';
import { once } from './option-values';

/** What the option below gives. */
export interface LogLinkArguments {
  readonly logLink?: LogLink | undefined;
}

/** Adds the option that says where the log of an outcome lies. */
export function withLogLink<T>(parser: Argv<T>) {
  return parser.option('log-link', {
    describe: `where the log of what is not as required lies, such as https://ci.example/{job}/{driver}/{id}; placeholders: ${Object.keys(logPlaceholders).join(', ')}`,
    type: 'string',
    requiresArg: true,
    coerce: (given: string | readonly string[]): LogLink => {
      const template = once('--log-link')(given);
      try {
        return LogLink.of(template, process.env);
      } catch (error) {
        throw wrongUsage(`--log-link: ${(error as Error).message}`);
      }
    },
  });
}

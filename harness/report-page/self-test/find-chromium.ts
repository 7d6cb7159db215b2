import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What browsers of the Chromium family are called where distributions and vendors install them. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** A Chromium to test pages in: what `VKEXTERN_CHROMIUM` names, or one on the path; `undefined` where there is none. */
export function findChromium(): string | undefined {
  const named = process.env.VKEXTERN_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

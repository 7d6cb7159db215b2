import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders whose compiled modules are the script of the page. */
const folders = ['view', 'browser'] as const;

/**
 * The script of the page: the compiled modules, each in a function, and what it takes to hand one the exports of
 * another. Imports of types alone leave nothing behind, so that no other module is asked for.
 */
export function pageScript(): string {
  const modules = folders.flatMap((folder) =>
    readdirSync(join(__dirname, folder))
      .filter((name) => name.endsWith('.js') && !name.endsWith('.test.js'))
      .sort()
      .map((name) => {
        const text = readFileSync(join(__dirname, folder, name), 'utf8').replace(/^\/\/# source.*$/gm, '');
        return `${JSON.stringify(`${folder}/${name.replace(/\.js$/, '')}`)}(exports, require) {\n${text}}`;
      }),
  );
  return `(() => {
const modules = {
${modules.join(',\n')}
};
const loaded = {};
function load(name) {
  if (loaded[name] === undefined) {
    loaded[name] = {};
    modules[name](loaded[name], (path) => load(new URL(path, 'https://page/' + name).pathname.slice(1)));
  }
  return loaded[name];
}
load('browser/main');
})();`;
}

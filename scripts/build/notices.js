import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './paths.js';

/**
 * Writes down which packages have code in dist/, in which version, and on what terms: licences ask for that where code is copied.
 *
 * @param {readonly string[]} modules all files that the bundle was made of
 * @returns {void}
 * @throws Error when a package has no licence
 */
export function writeNotices(modules) {
  const folders = new Set(modules.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []));
  const notices = [...folders].sort().map(noticeOf);
  writeFileSync(join(DIST, 'third-party.txt'), `Code of these packages is in this folder.\n\n${notices.join('\n')}`);
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} is bundled, and has no licence: see scripts/build/notices.js`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

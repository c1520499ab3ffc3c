import { readPackageFile } from '../../base/package-files.js';

/** The style of the page. In the build, assets.compiled.ts takes the place of this file. */
export const style = readPackageFile('src/report/html/page.css');

/** What makes the page searchable; without it everything can be read all the same. */
export const script = readPackageFile('src/report/html/page.client.js');

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Containers run as root, where the sandbox of Chromium does not work; the page is this project's own. */
const ARGUMENTS = ['--no-sandbox'];

/** A browser that was started, and how it is ended without leaving anything behind; or why there is none. */
export type Started = { readonly browser: Browser; readonly end: () => Promise<void> } | { readonly reason: string };

/**
 * Starts the browser that CHROMIUM_PATH names (`package`: the one of the package), one that is installed, or the one that comes with
 * the package, which is for Linux on x64.
 */
export async function startChromium(): Promise<Started> {
  const path = installed();
  if (path !== undefined) {
    const browser = await chromium.launch({ executablePath: path, args: ARGUMENTS });
    return { browser, end: () => browser.close() };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'no Chromium is installed: name one in CHROMIUM_PATH' };
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-chromium-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const browser = await packaged(folder);
    return { browser, end: () => browser.close().finally(remove) };
  } catch (error) {
    remove();
    // Small systems lack a library that any Chromium needs.
    const [, library] = /(lib[\w.+-]+\.so[\w.]*): cannot open shared object file/.exec(String(error)) ?? [];
    if (library === undefined) throw error;
    return { reason: `no Chromium can start here: the system has no ${library}` };
  }
}

/** It unpacks itself into the folder for temporary files, and stays there. */
async function packaged(folder: string): Promise<Browser> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    const { default: bundle } = await import('@sparticuz/chromium');
    return await chromium.launch({ executablePath: await bundle.executablePath(), args: ARGUMENTS });
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}

function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named === 'package') return undefined;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

import { createRequire } from 'node:module';
import { Command } from 'commander';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const { copyOrInstalled } = await import(new URL('../../scripts/build/installed.js', import.meta.url).href);
const { copies, isCopied } = await import(new URL('../../scripts/build/copies.js', import.meta.url).href);

/** The version that is installed. */
function versionOf(name: string): string {
  const { version }: { readonly version: string } = require(`../../node_modules/${name}/package.json`);
  return version;
}

it('a copy is used for as long as what is installed is what it was made of', () => {
  const asked = { name: 'commander', part: 'commander' };
  expect(copyOrInstalled({ ...asked, version: versionOf('commander') }, () => 'the copy')).toBe('the copy');
  const updated = copyOrInstalled({ ...asked, version: '14.0.0-older' }, () => 'the copy');
  expect(new updated.Command()).toBeInstanceOf(Command);
  expect(() => copyOrInstalled({ name: 'no-such-package', version: '1.0.0', part: 'no-such-package' }, () => 'the copy')).toThrow(
    'no-such-package',
  );
});

it('copies are made of the versions that are installed', () => {
  const { load, resolveId } = copies();
  for (const [source, name] of [
    ['commander', 'commander'],
    ['compiled:undici', 'undici'],
  ] as const)
    expect(load(resolveId(source, 'src/any.ts'))).toContain(JSON.stringify({ name, version: versionOf(name) }).slice(0, -1));
});

it('a copy does without what no run needs', () => {
  const inside = '/somewhere/node_modules/undici/lib/dispatcher/client-h2.js';
  const { load, resolveId } = copies();
  const evaluated = (source: string) => () => new Function('exports', load(resolveId(source, inside)))({});
  expect(isCopied('node:http2', inside)).toBe(true);
  expect(isCopied('node:http2', '/somewhere/src/http/way.ts')).toBe(false);
  expect(isCopied('node:net', inside)).toBe(false);
  // undici catches this, as on a Node that was built without HTTP/2.
  expect(evaluated('node:http2')).toThrow('HTTP/2');
  expect(evaluated('node:child_process')).not.toThrow();
});

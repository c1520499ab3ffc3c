import { describe, expect, it } from 'vitest';
import { colourLevel } from '../../src/cli/colour.js';
import { cli } from './spawn.js';

describe('colours', () => {
  it.each([
    [{}, false, false, 0],
    [{}, true, false, 1],
    [{ TERM: 'xterm-256color' }, true, false, 2],
    [{ COLORTERM: 'truecolor' }, true, false, 3],
    [{ TERM: 'dumb' }, true, false, 0],
    [{ NO_COLOR: '1' }, true, false, 0],
    [{ NO_COLOR: '' }, true, false, 1],
    [{ FORCE_COLOR: '1' }, false, false, 1],
    [{ FORCE_COLOR: '3' }, false, false, 3],
    [{ FORCE_COLOR: '0' }, true, false, 0],
    [{ FORCE_COLOR: '', NO_COLOR: '1' }, false, false, 1],
    [{ FORCE_COLOR: '1' }, true, true, 0],
  ])('%j on a terminal %s, refused %s: %i', (env, isTty, refused, level) => {
    expect(colourLevel(env, isTty, refused)).toBe(level);
  });

  it('reach the output when they are forced, and not with --no-color', async () => {
    const args = ['run', '--target', 'sample', 'users/joiner', '--client', 'rfc'];
    const [forced, refused] = await Promise.all([
      cli(args, { env: { FORCE_COLOR: '1' } }),
      cli([...args, '--no-color'], { env: { FORCE_COLOR: '1' } }),
    ]);
    expect(forced.stdout).toContain('\u001B[');
    expect(refused.stdout).not.toContain('\u001B');
  });
});

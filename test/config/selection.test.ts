import { describe, expect, it } from 'vitest';
import { inProcess } from '../cli/in-process.js';

const names = async (...args: readonly string[]): Promise<string[]> => {
  const { stdout, stderr } = await inProcess(['list', ...args, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout).map(({ name }: { name: string }) => name);
};

describe('scenarios are selected', () => {
  it('by a check: those that name it, and those that provoke its failure', async () => {
    expect(await names('scenarios', 'SC2104')).toContain('users/second-address');
    expect(await names('scenarios', 'sc2104')).toEqual(await names('scenarios', 'SC2104'));
  });

  it('by a section of the standard, and those below it', async () => {
    const some = await names('scenarios', 'rfc7644/3.5.2.3');
    const more = await names('scenarios', 'rfc7644/3.5.2');
    expect(some.length).toBeGreaterThan(0);
    expect(more).toEqual(expect.arrayContaining(some));
    expect(more.length).toBeLessThan((await names('scenarios', 'rfc7644')).length);
  });

  it('by a tag, and by several patterns at once', async () => {
    const smoke = await names('scenarios', 'tag:smoke');
    expect(smoke).toContain('users/leaver');
    expect(await names('scenarios', 'tag:smoke', 'import/*')).toEqual(expect.arrayContaining([...smoke, 'import/paging']));
  });

  it('by the folder rfc, which is no section', async () => {
    expect((await names('scenarios', 'rfc')).every((name) => name.startsWith('rfc/'))).toBe(true);
  });

  it('and checks by a section', async () => {
    expect(await names('checks', 'rfc7644/3.5.2.3')).toContain('SC2104');
    expect(await names('checks', 'rfc7644/3.5.2.3')).not.toContain('SC1301');
  });

  it.each([
    [['scenarios', 'SC2999'], /there is no check "SC2999"\. Did you mean "SC\d{4}"\?/],
    [['scenarios', 'rfc7644/3.5.22'], /no check refers to "rfc7644\/3\.5\.22"\. Did you mean "rfc7644\/3\.5\.2"\?/],
    [['scenarios', 'rfc9999/1'], /no check refers to[\s\S]*Sections of RFC 7643 and RFC 7644 are known/],
    [['scenarios', 'tag:smok'], /no scenario has the tag of "tag:smok"\. Did you mean "tag:smoke"\?/],
    [['scenarios', 'users/laever'], /no scenario matches "users\/laever"\. Did you mean "users\/leaver"\?/],
    [['defects', 'SC2104'], /the list of defects takes no patterns/],
  ])('tells what is unknown, and the nearest: %j', async (args, message) => {
    const ended = await inProcess(['list', ...args]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(message);
  });
});

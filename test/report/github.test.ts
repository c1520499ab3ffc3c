import { describe, expect, it } from 'vitest';
import { github } from '../../src/report/github.js';
import { cleanRun, defectiveRun, eventfulRun, interruptedRun, runOfOwn } from './events.js';
import { render } from './render.js';

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

describe('the report for GitHub Actions', () => {
  it('annotates each defect once, what is worst first, and what else fails the job', () => {
    const titles = linesOf(render(github, eventfulRun())).map((line) => /^::(\w+) .*title=([^:]*)::/.exec(line)?.slice(1));
    expect(titles).toEqual([
      ['error', '1 resource left in the target'],
      ['error', 'baseline.yaml%3A not seen any more'],
      ['error', 'SC2104 A filtered replace changes only the matching element'],
      ['error', 'SC1301 The filter finds a user that was just created'],
      ['warning', 'SC3001 The content type of answers is application/scim+json'],
    ]);
  });

  it('points to files of the user, from the root of the repository, and to no others', () => {
    const repository = { root: '/home/runner/work/app', cwd: '/home/runner/work/app/tests/scim' };
    const lines = linesOf(render(github, runOfOwn(), { repository }));
    expect(lines.filter((line) => line.includes('file='))).toHaveLength(2);
    expect(lines[2]).toContain('::error file=tests/scim/scenarios/users/mover.yaml,line=14,col=7,title=SC2104');
    expect(render(github, eventfulRun(), { repository })).not.toContain('file=');
    expect(render(github, runOfOwn(), { repository: { root: '/srv/app/other', cwd: '/srv' } })).not.toContain('file=');
  });

  it('keeps line breaks and percent signs as GitHub wants them', () => {
    const line = linesOf(render(github, eventfulRun()))[2];
    expect(line).toContain('people lose their other addresses. (entra-default, entra-aadOptscim062020)%0Aexpected: emails');
    expect(render(github, eventfulRun())).not.toMatch(/%(?!0A|25|3A|2C)/);
  });

  it('has no more of each level than GitHub shows, and says how many there are', () => {
    const lines = linesOf(render(github, defectiveRun(60)));
    const errors = lines.filter((line) => line.startsWith('::error '));
    const warnings = lines.filter((line) => line.startsWith('::warning '));
    expect([errors.length, warnings.length, lines.length]).toEqual([10, 10, 20]);
    expect(errors.at(-1)).toContain('title=scim-check%3A 36 more errors::SC');
    expect(warnings.at(-1)).toContain('title=scim-check%3A 6 more warnings::SC');
  });

  it('writes the summary where there is a page for it', () => {
    let page = '';
    render(github, defectiveRun(60), { summary: (text) => (page += text) });
    expect(page).toMatch(/^# scim-check\n/);
    expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024);
  });

  it('says that nothing was found, or that the run broke off', () => {
    expect(render(github, cleanRun())).toBe('::notice title=scim-check::No defect was found. okta: ✓ ready\n');
    expect(render(github, interruptedRun())).toContain('::error title=scim-check::The run was interrupted: by Ctrl-C\n');
    expect(render(github, [])).toContain('::error title=scim-check::The run broke off');
  });
});

import { BINARY, bareStart, timed } from '../process.js';

/** The version is asked for by scripts, at every start. */
export async function measure(rounds) {
  const [ours, others] = [[], []];
  for (let round = 0; round < 3 * rounds; round += 1) {
    others.push(await bareStart());
    ours.push((await timed([BINARY, '--version'])).milliseconds);
  }
  return { name: 'scim-check --version', ours, otherName: 'node -e 0', others, goal: 1.3 };
}

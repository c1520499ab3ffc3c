import type { Dialect } from '../client/client.js';
import { CLIENTS } from '../client/registry.js';
import type { Explained } from './causes.js';
import { scenarioOf } from './history.js';
import type { Found } from './investigate.js';
import { printScenario } from './print.js';
import { sentencesOf } from './sentences.js';

/**
 * A fault as a file that `run` plays.
 *
 * @param explained the fault and its cause
 * @param dialect who found it
 * @param seed of the exploration
 */
export function savedText({ found, cause }: Explained, dialect: Dialect, seed: number): string {
  const comments = [
    `scim-check explore, client ${dialect}, seed ${seed}`,
    ...sentencesOf(found.history).map((each, at) => `${at + 1}. ${each}`),
    ...reservationsOf(found),
  ];
  const head = { ...found.final, title: `Found by explore: ${cause} under ${dialect}` };
  return printScenario(scenarioOf(found.history, head, CLIENTS[dialect].family), comments);
}

/** What the file has to say of how surely it fails. */
function reservationsOf({ failed, plays, unfinished, isLasting }: Found): readonly string[] {
  return [
    ...(failed < plays ? [`It does not fail each time: it failed in ${failed} of ${plays} plays.`] : []),
    ...(unfinished === true ? ['It may be shorter: the time was up.'] : []),
    ...(isLasting === true
      ? [
          'The last step went well earlier in the run, and has failed each time since: something before it has broken it for good.',
          'It was not played again: a target that is whole is needed for that.',
        ]
      : []),
  ];
}

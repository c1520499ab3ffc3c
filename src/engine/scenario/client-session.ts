import type { Session } from '../../client/client.js';
import { nameOf } from '../../client/conversation-helpers.js';
import { placeholderPassword } from '../../client/values/identifier.js';
import { seededRandom } from '../../client/values/random.js';
import { returnedWhen } from '../compare/visibility.js';
import { compilePath } from '../state/compiled-path.js';
import { withDescribingParts } from './required-parts.js';
import type { RunContext } from './run-context.js';
import type { RunOptions } from './run-options.js';

/** Page size of an import (Okta: 100). */
const PAGE_SIZE = 100;

/** What the session of a client follows from. */
interface SessionSetup {
  readonly options: RunOptions;
  readonly run: RunContext;
  readonly randomGuid: string;
}

/** What a client's conversations need to know. */
export function sessionOf({ options, run, randomGuid }: SessionSetup): Session {
  return {
    mapping: run.mapping,
    randomGuid,
    pageSize: PAGE_SIZE,
    isOwn: (type, id) => run.resources.find(type, id) !== undefined,
    isShownOnRequest: (type, attribute) => returnedWhen(compilePath(run.facts.schemas, type, attribute)) === 'request',
    isPlain: (type, path) => {
      const declared = compilePath(run.facts.schemas, type, path).definition;
      return declared !== undefined && declared.type !== 'complex';
    },
    whole: (type, body) =>
      withDescribingParts(body, type, run.facts.schemas, {
        mail: () => `${randomGuid}@${options.domain}`,
        typeOf: (id) => run.resources.typeOf(id),
      }),
    placeholder: (object, occasion) => {
      const password = placeholderPassword(seededRandom([options.seed, nameOf(object), occasion].join('|')));
      run.onSecret(password);
      return password;
    },
  };
}

import { isObject } from '../../scim/json.js';
import type { GalleryDefect } from './defect.js';

/** Faults of the token endpoint. */
export const CREDENTIAL_FAULTS: readonly GalleryDefect[] = [
  {
    name: 'gallery-token-too-short',
    test: 'Validate_Credentials_Test',
    title: 'Access tokens are good for a second less than an hour.',
    hooks: () => ({
      token: (next, request) => {
        const answer = next(request);
        return isObject(answer.body) && answer.status === 200 ? { ...answer, body: { ...answer.body, expires_in: 3599 } } : answer;
      },
    }),
  },
  {
    name: 'gallery-assertion-once',
    test: 'Federated_Identity_Test',
    title: 'The token endpoint takes an assertion once; every further one is refused.',
    hooks: () => {
      let isUsed = false;
      return {
        token: (next, request) => {
          if (!new TextDecoder().decode(request.body).includes('client_assertion=')) return next(request);
          const refused = { status: 401, headers: [['Content-Type', 'application/json'] as const], body: { error: 'invalid_client' } };
          const answer = isUsed ? refused : next(request);
          isUsed = true;
          return answer;
        },
      };
    },
  },
];

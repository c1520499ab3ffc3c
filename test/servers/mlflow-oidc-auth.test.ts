import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('mlflow-oidc-auth has the documented findings and no others', () => {
  it('as it is delivered, but for its limit of requests', (context) => expectDocumented(context, 'mlflow-oidc-auth', 'its defaults'));
});

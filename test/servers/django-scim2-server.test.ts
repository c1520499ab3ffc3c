import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('django-scim2-server has the documented findings and no others', () => {
  it('as its documentation shows it', (context) => expectDocumented(context, 'django-scim2-server', 'its defaults'));
});

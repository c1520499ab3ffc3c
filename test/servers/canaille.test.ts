import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('Canaille has the documented findings and no others', () => {
  it('as its documentation shows it', (context) => expectDocumented(context, 'canaille', 'its defaults'));
});

import { type Static, Type } from 'typebox';
import type { Json } from '../../scim/json.js';

/** Most items of a list, and the largest count. */
const MOST_ITEMS = 200;

/** Repeat: the form in which it is written. What stands in its steps is checked once the items are put in. */
export const EACH_FORM = Type.Object(
  {
    each: Type.Unsafe<number | Json[]>({
      title: 'Each',
      description:
        'A list, or a number: then the items are 1, 2, 3 and so on. An item is a text, a number, a truth value, or a map of such values.',
      type: ['integer', 'array'],
      minimum: 1,
      maximum: MOST_ITEMS,
      minItems: 1,
      maxItems: MOST_ITEMS,
      items: {
        title: 'Item',
        description: 'What `${each}` stands for; of a map, `${each.name}` is the value of `name`.',
        type: ['string', 'number', 'boolean', 'object'],
        minProperties: 1,
        propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_-]*$' },
        additionalProperties: { type: ['string', 'number', 'boolean', 'array'] },
      },
      examples: [['Engineer', "Dr. O'Hara"], [{ path: 'title', value: 'Engineer' }], 25],
    }),
    steps: Type.Array(
      Type.Unsafe<Json>({
        title: 'Step',
        description: 'One intent, as elsewhere; it is checked with each item in its place.',
        type: 'object',
        additionalProperties: true,
      }),
      {
        title: 'Steps',
        description: 'The steps that are played for each item. `${each}` may stand in any of their texts and names.',
        minItems: 1,
        maxItems: 50,
      },
    ),
  },
  { title: 'Repeat', description: 'The same steps for each item of a list.', additionalProperties: false },
);

/** A repetition as it is written. */
export type WrittenEach = Static<typeof EACH_FORM>;

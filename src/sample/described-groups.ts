import { attribute, type SchemaDefinition } from '../scim/attribute.js';
import { CORE_URNS } from '../scim/urn.js';

/** What many directories keep of a group, and no client's default mapping has. */
export const DESCRIBED_GROUPS: SchemaDefinition = {
  id: CORE_URNS.Group,
  name: 'Group',
  attributes: [
    attribute('description', 'What the group is for.'),
    attribute('labels', 'Words that the group is found by.', { multiValued: true }),
  ],
};

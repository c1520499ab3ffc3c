import { attribute, type SchemaDefinition } from '../attribute.js';
import { GROUP_URN } from '../urn.js';

/** The core Group schema (RFC 7643 §4.2 and §8.7.1). */
export const CORE_GROUP: SchemaDefinition = {
  id: GROUP_URN,
  name: 'Group',
  description: 'A group of users.',
  attributes: [
    // §8.7.1 has it as not required; the normative text of §4.2 says "REQUIRED".
    attribute('displayName', 'The name of the group.', { required: true }),
    attribute('members', 'The users and groups that belong to the group.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        attribute('value', 'The id of the member.', { mutability: 'immutable' }),
        attribute('$ref', 'The URI of the member.', { type: 'reference', mutability: 'immutable', referenceTypes: ['User', 'Group'] }),
        attribute('type', 'What the member is.', { mutability: 'immutable', canonicalValues: ['User', 'Group'] }),
        // Missing in §8.7.1, but among the default sub-attributes of §2.4, and RFC 7644 §3.5.2.1 sends it in an example.
        attribute('display', 'The name of the member.', { mutability: 'immutable' }),
      ],
    }),
  ],
};

import { attribute, type SchemaDefinition } from '../attribute.js';
import { USER_URN } from '../urn.js';
import { valueSubAttributes } from './multi-valued.js';

/** The core User schema (RFC 7643 §4.1 and §8.7.1). */
export const CORE_USER: SchemaDefinition = {
  id: USER_URN,
  name: 'User',
  description: 'A person’s account.',
  attributes: [
    attribute('userName', 'The name that the person signs in with.', { required: true, uniqueness: 'server' }),
    attribute('name', 'The parts of the person’s name.', {
      type: 'complex',
      subAttributes: [
        attribute('formatted', 'The full name, ready for display.'),
        attribute('familyName', 'The family name.'),
        attribute('givenName', 'The given name.'),
        attribute('middleName', 'The middle names.'),
        attribute('honorificPrefix', 'What stands before the name, such as "Dr.".'),
        attribute('honorificSuffix', 'What stands after the name, such as "III".'),
      ],
    }),
    attribute('displayName', 'The name as people should see it.'),
    attribute('nickName', 'What friends say.'),
    attribute('profileUrl', 'A page about the person.', { type: 'reference', referenceTypes: ['external'] }),
    attribute('title', 'The position in the organisation, such as "Vice President".'),
    attribute('userType', 'The relation to the organisation, such as "Contractor".'),
    attribute('preferredLanguage', 'The languages that the person prefers, as in the Accept-Language header.'),
    attribute('locale', 'The region whose date and number formats the person expects.'),
    attribute('timezone', 'The time zone, in the names of the IANA database.'),
    attribute('active', 'Whether the person may use the account.', { type: 'boolean' }),
    attribute('password', 'A new password in clear text; never returned.', { mutability: 'writeOnly', returned: 'never' }),
    attribute('emails', 'E-mail addresses.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('e-mail address', ['work', 'home', 'other']),
    }),
    attribute('phoneNumbers', 'Telephone numbers.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('telephone number', ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
    }),
    attribute('ims', 'Instant-messaging addresses.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('messaging address', ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo']),
    }),
    attribute('photos', 'Pictures of the person.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('picture', ['photo', 'thumbnail'], { type: 'reference', referenceTypes: ['external'] }),
    }),
    attribute('addresses', 'Postal addresses.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        attribute('formatted', 'The whole address, ready for a label.'),
        attribute('streetAddress', 'Street, house number, post-office box.'),
        attribute('locality', 'The city.'),
        attribute('region', 'The state or region.'),
        attribute('postalCode', 'The postal code.'),
        attribute('country', 'The country, as a two-letter code of ISO 3166-1.'),
        attribute('type', 'What the address is used for.', { canonicalValues: ['work', 'home', 'other'] }),
        // Missing in §8.7.1, but among the default sub-attributes of §2.4, and RFC 7644 §3.5.2.3 sets it in an example.
        attribute('primary', 'Whether this is the preferred address; at most one value is.', { type: 'boolean' }),
      ],
    }),
    attribute('groups', 'The groups that the person belongs to; changed through the groups.', {
      type: 'complex',
      multiValued: true,
      mutability: 'readOnly',
      subAttributes: [
        attribute('value', 'The id of the group.', { mutability: 'readOnly' }),
        attribute('$ref', 'The URI of the group.', { type: 'reference', mutability: 'readOnly', referenceTypes: ['User', 'Group'] }),
        attribute('display', 'The name of the group.', { mutability: 'readOnly' }),
        attribute('type', 'Whether the membership is direct.', { mutability: 'readOnly', canonicalValues: ['direct', 'indirect'] }),
      ],
    }),
    attribute('entitlements', 'What the person is entitled to.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('entitlement', []),
    }),
    attribute('roles', 'The roles that the person has.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('role', []),
    }),
    attribute('x509Certificates', 'Certificates issued to the person.', {
      type: 'complex',
      multiValued: true,
      subAttributes: valueSubAttributes('certificate in DER, base64', [], { type: 'binary' }),
    }),
  ],
};

/** Where a synthetic person works: everything in it belongs together. */
export interface Place {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly region: string;
  readonly locality: string;
  readonly postalCode: string;
  readonly streetAddress: string;
  /** IANA time zone. */
  readonly timezone: string;
  /** BCP 47 language tag. */
  readonly locale: string;
  /** A number in a range that is set aside for fiction, written as people write it; `digits` are two. */
  readonly landline: (digits: string) => string;
  readonly mobile: (digits: string) => string;
  /** Given and family names that are usual there. */
  readonly people: readonly (readonly [givenName: string, familyName: string])[];
}

/** Where people work before anything changes. */
export const PLACES: readonly Place[] = [
  {
    country: 'GB',
    region: 'England',
    locality: 'London',
    postalCode: 'EC1A 1BB',
    streetAddress: '7 Analytical Row',
    timezone: 'Europe/London',
    locale: 'en-GB',
    landline: (digits) => `+44 20 7946 01${digits}`,
    mobile: (digits) => `+44 7700 9002${digits}`,
    people: [
      ['Harriet', 'Ashdown'],
      ['Callum', 'Whitfield'],
      ['Imogen', 'Price'],
    ],
  },
  {
    country: 'US',
    region: 'MA',
    locality: 'Boston',
    postalCode: '02108', // as a number it loses a digit
    streetAddress: '233 N. Example Avenue, Suite 400',
    timezone: 'America/New_York',
    locale: 'en-US',
    landline: (digits) => `+1 (617) 555-01${digits}`,
    mobile: (digits) => `+1 (857) 555-01${digits}`,
    people: [
      ['Denise', 'Carter'],
      ['Marcus', 'Bell'],
      ['Emily', 'Sandoval'],
    ],
  },
  {
    country: 'DE',
    region: 'Berlin',
    locality: 'Berlin',
    postalCode: '10115',
    streetAddress: 'Musterallee 12',
    timezone: 'Europe/Berlin',
    locale: 'de-DE',
    landline: (digits) => `+49 30 23125 0${digits}`,
    mobile: (digits) => `+49 171 39200${digits}`,
    people: [
      ['Jonas', 'Keller'],
      ['Lena', 'Vogt'],
      ['Stefan', 'Brandt'],
    ],
  },
  {
    country: 'FR',
    region: 'Île-de-France',
    locality: 'Paris',
    postalCode: '75002',
    streetAddress: "4 rue de l'Exemple",
    timezone: 'Europe/Paris',
    locale: 'fr-FR',
    landline: (digits) => `+33 1 99 00 12 ${digits}`,
    mobile: (digits) => `+33 6 39 98 12 ${digits}`,
    people: [
      ['Claire', 'Moreau'],
      ['Julien', 'Lambert'],
      ['Sandrine', 'Petit'],
    ],
  },
  {
    country: 'AU',
    region: 'NSW',
    locality: 'Sydney',
    postalCode: '2000',
    streetAddress: '18 Specimen Street',
    timezone: 'Australia/Sydney',
    locale: 'en-AU',
    landline: (digits) => `+61 2 5550 12${digits}`,
    mobile: (digits) => `+61 491 570 1${digits}`,
    people: [
      ['Olivia', 'Nguyen'],
      ['Jack', 'Sullivan'],
      ['Priya', 'Raman'],
    ],
  },
];

/** Those of them whose texts are letters, digits and blanks, and whose codes are no other numbers: what a target makes of these says nothing of awkward signs. */
export const PLAIN_PLACES: readonly Place[] = PLACES.filter(({ streetAddress, region, locality, postalCode }) =>
  [streetAddress, region, locality, postalCode].every((text) => /^[A-Za-z\d ]+$/.test(text) && !text.startsWith('0')),
);

/** Where people go who change everything; nobody starts there. */
export const NEW_PLACE: Place = {
  country: 'CA',
  region: 'ON',
  locality: 'Toronto',
  postalCode: 'M5V 2T6',
  streetAddress: '90 Sample Street West',
  timezone: 'America/Toronto',
  locale: 'en-CA',
  landline: (digits) => `+1 (416) 555-01${digits}`,
  mobile: (digits) => `+1 (647) 555-01${digits}`,
  people: [],
};

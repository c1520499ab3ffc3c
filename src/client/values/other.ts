import type { MappedAttribute } from '../../mapping/mapping.js';
import type { DirectoryValue } from '../client.js';

/** Values of attributes whose texts follow a list or a format: any other text might be refused with good reason. */
const CHOICES: readonly (readonly [RegExp, string])[] = [
  [/(^|[.:])(locale|preferredlanguage)$/, 'de-DE'],
  [/(^|[.:])timezone$/, 'America/New_York'],
  [/(^|[.:])(country|companycountry)$/, 'DE'],
  [/(^|[.:])postalcode$/, '10115'],
  [/(^|[.:])usertype$/, 'Contractor'],
  [/^roles\b.*\.(value|display)$/, 'Viewer'],
];

/**
 * Another value for an attribute, of the same kind as the one that it has: with capitals and the punctuation of people, so
 * that a target which writes it in its own way is seen.
 *
 * @param row the attribute's row in the mapping, with its target path as name
 * @param value the value that it has now
 * @returns undefined when there is no other value to give: references and lists come from elsewhere
 */
export function otherValue(row: MappedAttribute, value: DirectoryValue): DirectoryValue | undefined {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return undefined;
  const name = row.name.toLowerCase();
  if (row.type === 'DateTime') return '2027-11-30T18:45:00Z';
  if (/^roles\b.*\.(type|primary)$/.test(name)) return undefined;
  const chosen = CHOICES.find(([pattern]) => pattern.test(name))?.[1];
  if (chosen !== undefined) return chosen === value ? `${chosen} 2` : chosen;
  if (/^e?mails?\b/.test(name) || /^[^\s@]+@[^\s@]+$/.test(value)) return `Changed.${value}`;
  if (/^phonenumbers\b/.test(name)) return `+1 (555) 010-${value.replaceAll(/\D/g, '').slice(-4).padStart(4, '0')}`;
  if (/^https?:/.test(value)) return `${value}/Changed`;
  if (/^\d+$/.test(value)) return `0${value}`;
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return value.replace(/^.{8}/, 'c4a96ed0');
  return `${value.trim()} Changed`;
}

/** Free text, in which people leave blanks at the end: no name to match on, no list, no format. */
const FREE =
  /(^|[.:])(displayname|nickname|title|formatted|givenname|familyname|middlename|department|division|organization|description|company)$/;

/**
 * The same text with a blank behind it, where the attribute is free text: a directory keeps it, so a target must.
 *
 * @param path target path
 * @param value the value
 */
export function withBlank(path: string, value: DirectoryValue): DirectoryValue {
  return typeof value === 'string' && FREE.test(path.toLowerCase()) ? `${value} ` : value;
}

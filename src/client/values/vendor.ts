import type { MappedAttribute } from '../../mapping/mapping.js';
import type { DirectoryValue } from '../client.js';
import { typeIn } from './element-kind.js';
import { COMPANY } from './job.js';
import type { Place } from './place.js';
import type { Random } from './random.js';

/** What the value of an attribute that no person has by nature may be made of. */
export interface Surroundings {
  readonly place: Place;
  readonly email: string;
  readonly domain: string;
  /** Unique in the run. */
  readonly mark: string;
  readonly random: Random;
}

/** A flag that takes something away from a person stays down. */
const AGAINST = /suspend|lock|disable|delete|bypass|archiv|expire|changepassword/i;

/** Texts that follow a list or a format, by the last part of the attribute's name. */
const KNOWN: readonly (readonly [RegExp, (around: Surroundings) => string])[] = [
  [/country$/i, ({ place }) => place.country],
  [/(state|region|province|stateorprovince)$/i, ({ place }) => place.region],
  [/(location|site|city)$/i, ({ place }) => place.locality],
  [/(company|subsidiary|organization)$/i, () => COMPANY],
  [/domain$/i, ({ domain }) => domain],
  [/e?mail(address)?$/i, ({ email }) => email],
  [/phone$/i, ({ place, random }) => place.mobile(digits(random, 2))],
  [/(url|uri|website)$/i, ({ domain, mark }) => `https://www.${domain}/people/${mark}`],
  [/^role$/i, () => 'Editor'],
  [/gender$|^type$/i, () => 'other'],
  [/(dateofbirth|birthday)$/i, () => '1988-04-12'],
  [/date\d*$/i, () => '2026-04-01'],
  [/pin$/i, ({ random }) => digits(random, 4)],
  [/(id|code|number|identifier)$/i, ({ random }) => digits(random, 6)],
];

/**
 * A value for an attribute that no person has by nature: a vendor's own extension, for instance.
 *
 * @param row its row in the mapping
 * @param around the person that it belongs to
 */
export function vendorValue(row: MappedAttribute, around: Surroundings): DirectoryValue {
  const { mark, random, domain } = around;
  const last = row.name.split(/[:.]/).at(-1) ?? row.name;
  if (row.type === 'Boolean') return !AGAINST.test(last);
  if (row.type === 'Integer' || row.type === 'Decimal') return 1 + Math.floor(random() * 9998);
  if (row.type === 'DateTime') return '2026-04-01T08:30:00Z';
  if (/^e?mails?[[.]/i.test(row.name)) return `${/"(\w+)"/.exec(row.name)?.[1] ?? 'mail'}.${mark}@${domain}`;
  if (/^(photos|websites)\b/i.test(row.name)) {
    const type = typeIn(row.name);
    return `https://www.${domain}/people/${mark}${type === undefined ? '' : `/${encodeURIComponent(type)}`}`;
  }
  const known = KNOWN.find(([pattern]) => pattern.test(last))?.[1];
  return known === undefined ? `${words(last)} ${digits(random, 6)}` : known(around);
}

/** `customFieldText1` in words: `Custom field text 1`. */
function words(name: string): string {
  const apart = name.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').replaceAll('_', ' ');
  return apart.charAt(0).toUpperCase() + apart.slice(1).toLowerCase();
}

/** So many random digits, the first of which is no zero. */
export function digits(random: Random, count: number): string {
  return String(10 ** (count - 1) + Math.floor(random() * 9 * 10 ** (count - 1)));
}

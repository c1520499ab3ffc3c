import { plainText } from '../../base/plain-text.js';
import { getMember, isObject, type Json } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import { valueAt } from '../../scim/resource.js';
import type { Observation } from '../context.js';
import { parameterOf } from '../resources.js';

/** Each value is compared with every other: of a long list the first ones will do. */
const MOST = 100;

/** What a sorted list shows of the run's own resources. */
export interface Sorted {
  readonly sortBy: string;
  /** As asked for, or as it is where nothing is said. */
  readonly order: 'ascending' | 'descending';
  readonly isDefault: boolean;
  /** The values in the order in which they came; undefined: the resource has none. */
  readonly values: readonly (string | undefined)[];
}

/**
 * The values by which a list was to be sorted. Only resources whose userName begins as the filter says count: how a target
 * sorts the names of strangers, with whatever signs are in them, is its own business.
 *
 * @param seen an exchange
 * @returns undefined for anything but a sorted list of several resources of this run
 */
export function sortedIn({ request, response }: Observation): Sorted | undefined {
  const sortBy = parameterOf(request.target, 'sortBy');
  const prefix = /^userName sw "([^"]+)"$/.exec(parameterOf(request.target, 'filter') ?? '')?.[1]?.toLowerCase();
  const list = sortBy === undefined || response.status !== 200 ? undefined : readList(response.body);
  if (sortBy === undefined || prefix === undefined || list === undefined) return undefined;
  const own = list.resources.filter((resource) => plainText(getMember(resource, 'userName')).toLowerCase().startsWith(prefix));
  if (own.length < 2) return undefined;
  const order = parameterOf(request.target, 'sortOrder');
  return {
    sortBy,
    order: order === 'descending' ? 'descending' : 'ascending',
    isDefault: order === undefined,
    values: own.map((resource) => textOf(valueAt(resource, sortBy))),
  };
}

/**
 * Whether no value stands behind one that it must stand before.
 *
 * @param sorted what came
 * @param isBefore whether the first of two values must stand before the second in ascending order
 */
export function isInOrder(sorted: Sorted, isBefore: (left: string, right: string) => boolean): boolean {
  const values = sorted.values.flatMap((value) => value ?? []).slice(0, MOST);
  return values.every((left, index) =>
    values.slice(index + 1).every((right) => !(sorted.order === 'ascending' ? isBefore(right, left) : isBefore(left, right))),
  );
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null || isObject(value) ? undefined : plainText(value);
}

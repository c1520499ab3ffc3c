/** Members that may be undefined become members that may be absent. */
type Defined<T> = { [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name] } & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
};

/**
 * An object without the members that are undefined. With `exactOptionalPropertyTypes`, an optional member must be absent
 * when there is no value for it: `{ id, ...defined({ title }) }`.
 *
 * @param members the members; null is a value and stays
 */
export function defined<T extends object>(members: T): Defined<T> {
  const made: Record<string, unknown> = {};
  // Asked for several times for each request: no list of the members is made for it.
  for (const name in members) if (members[name] !== undefined) made[name] = members[name];
  // Leaving out members by value is more than the compiler can follow; test/base/defined.test.ts holds what the type says.
  return made as Defined<T>;
}

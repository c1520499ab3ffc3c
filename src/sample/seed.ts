import type { World } from './world.js';

const PEOPLE = [
  ['Sena', 'Okafor', 'Accounting'],
  ['Milo', 'Brandt', 'Support'],
  ['Ines', 'Duarte', 'Legal'],
  ['Tariq', 'Haddad', 'Sales'],
  ['Yuna', 'Park', 'Research'],
] as const;

/**
 * Puts people and groups into a new server, as if they had been there before any client came.
 *
 * @param world what the stages share
 * @param users how many people
 * @param groups how many groups; the first person is a member of each
 */
export function seed({ stages }: World, users: number, groups: number): void {
  const ids: string[] = [];
  for (let number = 0; number < users; number += 1) {
    const accepted = stages.accept('User', person(number));
    ids.push(stages.save('User', stages.create('User', accepted), undefined).id);
  }
  for (let number = 0; number < groups; number += 1) {
    const members = ids.slice(0, 1).map((value) => ({ value }));
    const accepted = stages.accept('Group', { displayName: numbered('Residents', number), members });
    stages.save('Group', stages.create('Group', accepted), undefined);
  }
}

function person(number: number) {
  const [givenName, familyName, department] = PEOPLE[number % PEOPLE.length] ?? PEOPLE[0];
  const name = numbered(`${givenName}.${familyName}`.toLowerCase(), Math.floor(number / PEOPLE.length));
  const displayName = `${givenName} ${familyName}`;
  return {
    userName: `${name}@example.com`,
    externalId: `resident-${number + 1}`,
    displayName,
    name: { givenName, familyName, formatted: displayName },
    title: department,
    active: true,
    emails: [
      { value: `${name}@example.com`, type: 'work', primary: true },
      { value: `${name}@example.org`, type: 'home', primary: false },
    ],
  };
}

function numbered(name: string, number: number): string {
  return number === 0 ? name : `${name}-${number + 1}`;
}

import type { CheckId } from '../../check/check-id.js';
import { pick, type Random } from '../../client/values/random.js';
import type { Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { type Demands, type HistoryStep, LETTER_CASE } from '../history-step.js';
import { type Figure, living, type Population } from '../population.js';
import { held, type Move, pickOf, plainly, someone, update } from './move.js';
import { memberOf, patchBody, patchOf, pathOf, requestStep, resourceBody } from './request.js';

const NOBODY = '${random.uuid}';

function refused(check: CheckId, ...status: number[]): Demands {
  return { expect: { status }, check };
}

/** Requests about whom there is not. */
const ABOUT_NOBODY: readonly ((type: ResourceType) => HistoryStep)[] = [
  (type) => requestStep('GET', path(type), refused('SC2503', 404)),
  (type) => requestStep('DELETE', path(type), refused('SC2605', 404)),
  // PATCH is optional.
  (type) =>
    requestStep('PATCH', path(type), refused('SC2504', 404, 405, 501), {
      body: patchBody([{ op: 'replace', path: 'displayName', value: 'Nobody' }]),
    }),
  (type) => {
    const names = type === 'User' ? { userName: 'put.${random.uuid}@${run.domain}' } : { displayName: 'Nobody ${random.uuid}' };
    return requestStep('PUT', path(type), refused('SC2205', 404), { body: resourceBody(type, names) });
  },
];

function path(type: ResourceType): string {
  return type === 'User' ? `/Users/${NOBODY}` : `/Groups/${NOBODY}`;
}

/** A request about an id that nobody has: it is answered 404, and nobody is made, changed or deleted. */
export const nobody: Move = (_population, { requests, groups }, random) =>
  requests ? [pick(random, ABOUT_NOBODY)(groups && random() < 0.4 ? 'Group' : 'User')] : [];

/** Operations that cannot be carried out, and what is said of them. */
const BAD_OPERATIONS: readonly (readonly [Json, Demands])[] = [
  [{ op: 'replace', path: 'noSuchAttribute', value: 'x' }, refused('SC2121', 400)],
  [{ op: 'remove' }, refused('SC2122', 400)],
  [{ op: 'remove', path: 'userName' }, refused('SC2135', 400)],
  [{ op: 'replace', path: 'id', value: 'another-id' }, refused('SC2123', 400)],
  [{ op: 'increase', path: 'displayName', value: 'x' }, refused('SC2124', 400)],
  [{ op: 'replace', path: 'emails[value ew "@nowhere.example"].display', value: 'Nobody' }, refused('SC2126', 400)],
];

/** A PATCH that cannot be carried out is refused, and what stands before it in the same request is not done either. */
export const badPatch: Move = (population, { requests, updates, attributes }, random) => {
  const figure = someone(population, 'User', random);
  if (!requests || !updates || figure === undefined) return [];
  const first = pickOf(
    random,
    attributes.filter(({ path: name }) => /^\w+$/.test(name) && name !== 'externalId'),
  );
  if (first !== undefined && random() < 0.4) {
    const operations = [{ op: 'replace', path: first.path, value: first.plain }, { op: 'remove' }];
    return [patchOf('User', figure.key, operations, refused('SC2122', 400))];
  }
  const [bad, demands] = pick(random, BAD_OPERATIONS);
  return [patchOf('User', figure.key, [bad], demands)];
};

/** A creation that cannot be carried out makes nobody. */
export const badCreate: Move = (population, { requests, named }, random) => {
  if (!requests) return [];
  const body = (attributes: Record<string, Json>): { readonly body: Json } => ({ body: resourceBody('User', attributes) });
  const ann = someone(population, 'User', random);
  const wrong = { userName: 'wrong.${random.uuid}@${run.domain}', name: [{ familyName: [] }], active: { not: 'a boolean' } };
  const drawn = [
    requestStep('POST', '/Users', refused('SC1211', 400), body({ displayName: 'Nobody' })),
    requestStep('POST', '/Users', refused('SC1123', 400), { body: 'no object' }),
    requestStep('POST', '/Users', refused('SC1213', 400), body(wrong)),
    ...(ann === undefined || !named
      ? []
      : [
          requestStep(
            'POST',
            pathOf('User', ann.key),
            refused('SC1128', 400, 403, 404, 405, 409, 501),
            body({ userName: `\${${ann.key}.userName}` }),
          ),
        ]),
  ];
  return [pick(random, drawn)];
};

/** Somebody is created under a name that is taken: there is one user afterwards, and that one as before. */
export const takenName: Move = (population, { named }, random) => {
  const figure = findable(population, random);
  return !named || figure === undefined ? [] : [second(`\${${figure.key}.userName}`, 'SC1208')];
};

/** Somebody is renamed, and then only the case of a letter changes; or that spelling is to be another one's name. */
export const otherCase: Move = (population, { named, updates, requests, looksAtNames }, random) => {
  const figure = findable(population, random);
  if (!named || !updates || !looksAtNames || figure === undefined || figure.renamed !== 'never') return [];
  const { key } = figure;
  const rename = (userName: string, shape: string): HistoryStep => ({
    intent: { ...update(key), set: { userName } },
    shapes: { userName: shape },
  });
  return [
    requestStep('GET', pathOf('User', key), { expect: { status: [200] } }, { capture: { maiden: '/userName' } }),
    rename('case.${maiden}', 'small letters'),
    requests && random() < 0.5 ? second('CASE.${maiden}', 'SC1210') : rename('Case.${maiden}', LETTER_CASE),
  ];
};

/** A creation that names somebody who is there. */
function second(userName: string, check: CheckId): HistoryStep {
  const body = resourceBody('User', {
    userName,
    ...(check === 'SC1210' ? { externalId: NOBODY } : {}),
    name: { givenName: 'Second', familyName: 'Original' },
    emails: [mail('second')],
    active: true,
  });
  return requestStep('POST', '/Users', refused(check, 409), { body });
}

/** Somebody who has not been disabled under another name. */
function findable(population: Population, random: Random): Figure | undefined {
  return pickOf(random, allFindable(population));
}

function allFindable(population: Population): readonly Figure[] {
  return living(population, 'User').filter(({ disabledAs }) => disabledAs === undefined);
}

/** Somebody is given the name of another. */
export const collision: Move = (population, { requests, updates, named }, random) => {
  const [one, other] = allFindable(population);
  if (!requests || !named || one === undefined || other === undefined) return [];
  const userName = `\${${other.key}.userName}`;
  const demands = refused('SC1215', 400, 409);
  if (!updates || random() < 0.5)
    return [requestStep('PUT', pathOf('User', one.key), demands, { body: resourceBody('User', { userName, active: true }) })];
  return [patchOf('User', one.key, [{ op: 'replace', path: 'userName', value: userName }], demands)];
};

/** A member who does not exist: the others stay, whatever is answered. */
export const unknownMember: Move = (population, { requests, updates }, random) => {
  const figure = someone(population, 'Group', random);
  if (!requests || !updates || figure === undefined) return [];
  const demands = refused('SC2310', 200, 204, 400, 403, 404, 409, 422);
  const add = patchOf('Group', figure.key, [{ op: 'add', path: 'members', value: [{ value: NOBODY }] }], demands);
  return [add, { ...plainly({ kind: 'read', object: figure.key }), check: 'SC2310' }];
};

/** Somebody is added again, or removed who is no member. */
export const sameMember: Move = (population, { requests, updates }, random) => {
  const figure = someone(population, 'Group', random);
  if (!requests || !updates || figure === undefined) return [];
  const outside = living(population, 'User').filter(({ key }) => !figure.members.includes(key));
  const look = (check: CheckId): HistoryStep => ({ ...plainly({ kind: 'read', object: figure.key }), check });
  const stranger = pickOf(random, outside);
  if (stranger !== undefined && random() < 0.5) {
    const operation = { op: 'remove', path: `members[value eq "\${${stranger.key}.id}"]` };
    return [patchOf('Group', figure.key, [operation], refused('SC2341', 200, 204, 400, 404, 409)), look('SC2341')];
  }
  const again = pickOf(random, figure.members);
  if (again === undefined) return [];
  return [
    patchOf('Group', figure.key, [{ op: 'add', path: 'members', value: [memberOf(again)] }], {
      expect: { status: [200, 204] },
      check: 'SC2311',
    }),
    look('SC2311'),
  ];
};

/** A remove takes away, whatever value stands beside it; a strict target may refuse the value (RFC 7644 §3.5.2.2). */
export const removeWithValue: Move = (population, { requests, updates, clearable }, random) => {
  const figure = someone(population, 'User', random);
  if (!requests || !updates || figure === undefined) return [];
  const name = pickOf(
    random,
    held(figure, clearable).filter((each) => /^\w+$/.test(each)),
  );
  if (name === undefined) return [];
  return [patchOf('User', figure.key, [{ op: 'remove', path: name, value: 'Ballast' }], { expect: { status: [200, 204, 400] } })];
};

/** Whoever is created at the same moment as others: one user of a name, and all of several names. */
export const atOnce: Move = (population, { requests, named }, random) => {
  const figure = findable(population, random);
  if (!requests || !named || figure === undefined) return [];
  const isSame = random() < 0.5;
  const userName = isSame ? `parallel.same.\${${figure.key}.userName}` : 'parallel.${random.uuid}@${run.domain}';
  const demands = isSame ? refused('SC1218', 201, 409) : refused('SC1219', 201);
  return [requestStep('POST', '/Users', demands, { body: resourceBody('User', { userName, active: true }), times: 3 })];
};

/** A creation whose answer did not come is sent again (one report of Entra): there is one user afterwards. */
export const sentAgain: Move = (_population, { resends }) => {
  if (!resends) return [];
  const bodyOf = (userName: string, externalId: string, address: string): Json =>
    resourceBody('User', {
      externalId,
      userName,
      active: true,
      emails: [{ primary: true, type: 'work', value: address }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Sent Again', familyName: 'Again', givenName: 'Sent' },
    });
  const own = 'sent.again.${random.uuid}@${run.domain}';
  const capture = { name: 'sent:/userName', mark: 'sent:/externalId', address: 'sent:/emails/0/value' };
  const lookUp = '/Users?filter=userName+eq+%22${name}%22';
  return [
    requestStep('POST', '/Users', { expect: { status: [201] } }, { body: bodyOf(own, NOBODY, own), capture }),
    requestStep('POST', '/Users', { expect: { status: AGAIN } }, { body: bodyOf('${name}', '${mark}', '${address}') }),
    requestStep('GET', lookUp, { expect: { status: [200], absent: ['/Resources/1'] }, check: 'SC1220' }),
  ];
};

/** Whatever is answered to a creation that is sent again. */
const AGAIN = [200, 201, 400, 409, 422, 500, 503];

/** Values that may be absent come as null. */
export const nullCreate: Move = (_population, { requests, named }) => {
  if (!requests || !named) return [];
  const nulls = { title: null, phoneNumbers: null, externalId: null, name: { givenName: 'Nil', familyName: 'Null', middleName: null } };
  const body = resourceBody('User', { userName: 'nulls.${random.uuid}@${run.domain}', ...nulls, emails: [mail('nulls')], active: true });
  return [requestStep('POST', '/Users', { expect: { status: [201] } }, { body })];
};

/** Names of attributes have no case (RFC 7643 §2.1). */
export const capitalCreate: Move = (_population, { requests, named, attributes }) => {
  if (!requests || !named || !attributes.some(({ path: name }) => name === 'title')) return [];
  const body = {
    ...resourceBody('User', { UserName: 'names.${random.uuid}@${run.domain}', Title: 'Engineer', Active: true }),
    Name: { GivenName: 'Nora', FamilyName: 'Names' },
    Emails: [{ Type: 'work', Primary: true, Value: 'names.${random.uuid}@${run.domain}' }],
  };
  return [requestStep('POST', '/Users', { expect: { status: [201], attributes: { title: 'Engineer' } }, check: 'SC1121' }, { body })];
};

function mail(name: string): Json {
  return { type: 'work', primary: true, value: `${name}.\${random.uuid}@\${run.domain}` };
}

/** A PUT without `active` disables nobody: Okta minds, the standard does not. */
export const putWithoutActive: Move = (population, { putsWithoutActive }, random) => {
  const figure = pickOf(
    random,
    living(population, 'User').filter(({ active }) => active),
  );
  if (!putsWithoutActive || figure === undefined) return [];
  const body = resourceBody('User', { userName: `\${${figure.key}.userName}`, displayName: 'Replaced Again' });
  return [requestStep('PUT', pathOf('User', figure.key), { expect: { status: [200] } }, { body })];
};

/** What changes nothing leaves the time of the last change. */
export const noChange: Move = (population, { requests, updates }, random) => {
  const figure = someone(population, 'User', random);
  if (!requests || !updates || figure === undefined || figure.disabledAs !== undefined) return [];
  const target = pathOf('User', figure.key);
  return [
    requestStep('GET', target, { expect: { status: [200] } }, { capture: { changed: '/meta/lastModified' }, optional: ['changed'] }),
    patchOf('User', figure.key, [{ op: 'replace', path: 'userName', value: `\${${figure.key}.userName}` }]),
    requestStep('GET', target, { expect: { status: [200], attributes: { '/meta/lastModified': '${changed}' } }, check: 'SC2129' }),
  ];
};

/** A version is asked for, and compared with what there is. */
export const versions: Move = (population, material, random) => {
  const figure = someone(population, 'User', random);
  if (!material.requests || !material.versions || figure === undefined || figure.disabledAs !== undefined) return [];
  const target = pathOf('User', figure.key);
  const ask = requestStep('GET', target, { expect: { status: [200] }, check: 'SC1801' }, { capture: { version: 'header:ETag' } });
  const body = (displayName: string): Json => resourceBody('User', { userName: `\${${figure.key}.userName}`, displayName, active: true });
  const put = (version: string, demands: Demands): HistoryStep =>
    requestStep('PUT', target, demands, { headers: [['If-Match', version]], body: body('Changed Once') });
  return pick(random, [
    [ask, requestStep('GET', target, refused('SC1803', 304), { headers: [['If-None-Match', '${version}']] })],
    [ask, put('${version}', { expect: { status: [200] }, check: 'SC1804' })],
    [put('W/"no-such-version"', refused('SC1802', 412))],
  ]);
};

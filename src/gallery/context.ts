import type { Clock } from '../base/clock.js';
import { plainText } from '../base/plain-text.js';
import type { Conversation, DirectoryObject, Outcome } from '../client/client.js';
import { guid, ownMark, seededRandom } from '../client/values/random.js';
import { refusalOf } from '../engine/exchange/write-guard.js';
import type { ConversationRunner } from '../engine/scenario/conversation-runner.js';
import { buildDirectoryObject, managerPathOf } from '../engine/scenario/directory.js';
import type { ScenarioSession } from '../engine/scenario/scenario-session.js';
import type { GalleryTestInfo } from '../event/gallery-tests.js';
import type { ObjectSpec } from '../scenario/intent.js';
import type { Json, JsonObject } from '../scim/json.js';
import { CREDENTIAL, type Header, type Method, type ResourceType } from '../scim/message.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../scim/urn.js';
import type { Position } from '../yaml/position.js';
import { allowedValue, withAllowedValues } from './allowed-values.js';
import { type Answer, NO_ANSWER } from './answer.js';
import { scimUserBody } from './body.js';
import { profileValue } from './parameters.js';
import type { GallerySettings } from './settings.js';
import { answerOf, inUrl, MEDIA_TYPE, requestOf } from './template-request.js';

/** Waits between the looks of a poll, in milliseconds: the template takes minutes. */
const POLL_MS = [0, 250, 750, 1500];

/** What the tests of one run share. */
export interface GalleryParts {
  readonly session: ScenarioSession;
  /** Sends the template's own requests: what comes of them is judged by the template's rules alone. */
  readonly template: ConversationRunner;
  readonly settings: GallerySettings;
  readonly seed: number;
  readonly domain: string;
  readonly clock: Clock;
  /** Why Entra's client does nothing: the target has no groups, and the test is about them. */
  readonly absent?: string | undefined;
}

/** One test that is being played. */
export class GalleryContext {
  readonly test: Pick<GalleryTestInfo, 'title'> & { readonly name: string };
  readonly settings: GallerySettings;
  readonly domain: string;
  readonly clock: Clock;
  /** What /ServiceProviderConfig says. */
  readonly config: Json | undefined;
  readonly #parts: GalleryParts;
  readonly #random: () => number;
  readonly #place: { readonly scenario: string; readonly source: Position };
  #engine: ConversationRunner | undefined;
  #userBody: JsonObject | undefined;

  constructor(parts: GalleryParts, test: GalleryContext['test'], place: { readonly scenario: string; readonly source: Position }) {
    this.#parts = parts;
    this.test = test;
    const { facts } = parts.session.run;
    this.settings = { ...parts.settings, schema: withAllowedValues(parts.settings.schema, facts.schemas) };
    this.domain = parts.domain;
    this.clock = parts.clock;
    this.config = facts.config;
    this.#place = place;
    this.#random = seededRandom([parts.seed, 'gallery', test.name].join('|'));
  }

  /** `sc` and seven letters: by it the clean-up knows a name as scim-check's. */
  mark(): string {
    return ownMark(this.#random);
  }

  guid(): string {
    return guid(this.#random);
  }

  hex(length: number): string {
    return this.guid().replaceAll('-', '').slice(0, length);
  }

  /** The body of the users that the template creates directly: the same for all tests of a run. */
  userBody(): JsonObject {
    const shared = seededRandom([this.#parts.seed, 'gallery', 'scimUserBody'].join('|'));
    this.#userBody ??= scimUserBody(this.settings.schema, this.settings.values, {
      domain: this.domain,
      mark: () => ownMark(shared),
      hex: (length) => guid(shared).replaceAll('-', '').slice(0, length),
    });
    return structuredClone(this.#userBody);
  }

  /** The body of the groups that the template creates directly. */
  groupBody(displayName: string): JsonObject {
    const externalId = this.mentionsExternalId('groups') ? this.guid() : 'placeholder-extid';
    return { schemas: [CORE_URNS.Group], displayName, externalId };
  }

  mentionsExternalId(list: 'users' | 'groups'): boolean {
    return this.settings.schema[list].some(({ name }) => name.includes('externalId'));
  }

  /** A user for a direct create: the common body under a name of its own. */
  directUser(prefix: string): JsonObject {
    const externalId = this.mentionsExternalId('users') ? { externalId: this.guid() } : {};
    return { ...this.userBody(), ...externalId, userName: `${prefix}-${this.mark()}@${this.domain}` };
  }

  /**
   * Sends one of the template's own requests.
   *
   * @param method the method
   * @param target path and query, as the template writes them
   * @param body of a POST or PATCH
   */
  async send(method: Method, target: string, body?: JsonObject): Promise<Answer> {
    const request = requestOf(method, target, body);
    const response = await this.#parts.template.exchange(request);
    return answerOf(response);
  }

  /**
   * Sends one of many requests at once and once only, whatever the target has asked for. Its answer counts and its effect is not
   * looked at.
   *
   * @param method the method
   * @param target path and query
   * @param body of a PATCH of a resource that the test has created
   */
  async sendUnpaced(method: 'GET' | 'PATCH', target: string, body?: JsonObject): Promise<Answer & { readonly headers: readonly Header[] }> {
    const { run, at } = this.#parts.template;
    const request = requestOf(method, target, body);
    const answer = refusalOf(request, run.resources, run.madeUpIds) === undefined ? await run.wire.sendUnpaced(request, at) : undefined;
    const response = answer?.ok === true ? answer.response : undefined;
    return { ...answerOf(response), headers: response?.headers ?? [] };
  }

  /**
   * A read with another access token than the run's.
   *
   * @param target path and query
   * @param secret the token; it goes into the header alone; undefined: none is sent
   */
  async sendWithToken(target: string, secret: string | undefined): Promise<Answer> {
    const accept = ['Accept', MEDIA_TYPE] as const;
    const headers = secret === undefined ? [accept] : ([['Authorization', CREDENTIAL], accept] as const);
    const { run, at } = this.#parts.template;
    // Another credential than the run's, also where none goes with the request: a 401 is then no reason to renew that of the run.
    const credential = { scheme: 'Bearer', secret: secret ?? 'none' } as const;
    const answer = await run.wire.send({ method: 'GET', target, headers, purpose: 'raw' }, at, { credential });
    return answerOf(answer.ok ? answer.response : undefined);
  }

  /** The look-up of the template: the filter pre-encoded, the value as it is. */
  filter(type: ResourceType, value: string): Promise<Answer> {
    const [collection, attribute] = type === 'User' ? ['Users', 'userName'] : ['Groups', 'displayName'];
    return this.send('GET', `/${collection}?filter=${attribute}%20eq%20%22${inUrl(value)}%22`);
  }

  /**
   * Looks until something is so, or patience ends.
   *
   * @param look sends the request
   * @param met whether the answer is as wanted
   * @returns the last answer
   */
  async poll(look: () => Promise<Answer>, met: (answer: Answer) => boolean): Promise<Answer> {
    let answer = NO_ANSWER;
    for (const pause of POLL_MS) {
      if (pause > 0) await this.#parts.clock.sleep(pause);
      answer = await look();
      if (met(answer)) break;
    }
    return answer;
  }

  /**
   * Has Entra's client do something. Its requests are judged as in a run.
   *
   * @param conversation the client's conversation
   */
  async entra<T>(conversation: (parts: ConversationRunner) => Conversation<T>): Promise<Outcome<T>> {
    const { absent } = this.#parts;
    // What it would meet is no fault of the target's: Entra does not provision groups where there are none.
    if (absent !== undefined) return { ok: false, failure: { kind: 'unusable', message: absent } };
    this.#engine ??= this.#parts.session.step({ place: { ...this.#place, step: 1, label: this.test.title } });
    const outcome = await this.#engine.hold(conversation(this.#engine));
    if (outcome !== undefined) return outcome;
    return { ok: false, failure: { kind: 'unusable', message: this.#engine.log.firstReason ?? 'a request was not answered' } };
  }

  /** The mapped path of the manager. */
  managerPath(): string {
    return managerPathOf(this.#parts.session.run.mapping) ?? `${ENTERPRISE_USER_URN}:manager`;
  }

  /**
   * Somebody, or a group, as Entra's directory knows it.
   *
   * @param type user or group
   * @param key by which the directory names it
   * @param name userName or displayName
   * @param state of the profiles, the one that a user is created with, or the changed one
   */
  object(type: ResourceType, key: string, name: string, state: 0 | 1 = 0): DirectoryObject {
    const { client, run } = this.#parts.session;
    const own = type === 'User' ? { ...this.#profile(state), userName: name } : { displayName: name };
    const mail = 'emails[type eq "work"].value';
    const isMailed = type === 'User' && run.mapping.users.some((row) => row.name === mail);
    const spec: ObjectSpec = { type, key, with: { ...own, ...(isMailed ? { [mail]: name } : {}) }, without: [], members: [] };
    const object = buildDirectoryObject(spec, new Map(), {
      seed: this.#parts.seed,
      domain: this.domain,
      dialect: client.dialect,
      family: client.family,
      scenario: this.#place.scenario,
      mapping: run.mapping,
      fill: (value) => value,
    });
    return type === 'User' ? { ...object, attributes: this.#allowed(object.attributes, state) } : object;
  }

  /** What the profile of the template's parameters has for mapped attributes; who somebody is comes from the test. */
  #profile(state: 0 | 1): JsonObject {
    const rows = this.settings.schema.rows.filter(({ source, function: called }) => called === undefined && !IDENTITY.has(source));
    return Object.fromEntries(
      rows.flatMap(({ source, target }) => {
        const value = profileValue(this.settings.values.directory[state], source);
        return value === undefined ? [] : [[target, value]];
      }),
    );
  }

  #allowed(attributes: DirectoryObject['attributes'], state: 0 | 1): DirectoryObject['attributes'] {
    const byName = new Map(this.settings.schema.users.map((attribute) => [attribute.name, attribute]));
    return new Map(
      [...attributes].map(([path, value]) => {
        const attribute = byName.get(path);
        if (attribute === undefined || typeof value !== 'string') return [path, value];
        return [path, plainText(allowedValue(value, attribute, state))];
      }),
    );
  }
}

/** Attributes of the directory that name one person. */
const IDENTITY: ReadonlySet<string> = new Set([
  'id',
  'userPrincipalName',
  'mail',
  'mailNickname',
  'accountEnabled',
  'manager',
  'appRoleAssignments',
]);

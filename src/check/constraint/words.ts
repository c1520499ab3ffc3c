import { getMember, isObject } from '../../scim/json.js';
import type { ScimResponse } from '../../scim/message.js';

/** Longer texts are pages, not sentences. */
const LONGEST = 2000;

/** What error bodies call their own parts: `"type": "invalid"` speaks of the error, not of an attribute. */
const OWN_KEYS =
  /"(?:id|request_?id|type|title|status|code|error|errors|message|msg|detail|details|help|instance|field|path|loc|input|ctx|schemas)"\s*:/gi;

/**
 * What a refusal says, in the target's own words: the `detail` of a SCIM Error, or the text of any other answer, without URNs.
 * Of the URN of an attribute its name is left.
 *
 * @param response the refusal
 */
export function wordsOf({ body, text }: Pick<ScimResponse, 'body' | 'text'>): string {
  const detail = isObject(body) ? getMember(body, 'detail') : undefined;
  const words = typeof detail === 'string' && detail !== '' ? detail : text;
  return words
    .slice(0, LONGEST)
    .replace(/urn:[\w.:-]+/gi, attributeOf)
    .replace(OWN_KEYS, ' ');
}

/** `urn:example:2.0:User:badge` is the badge; resource types and versions, which begin with no small letter, end the URN of a schema. */
function attributeOf(urn: string): string {
  const last =
    urn
      .replace(/[.:]+$/, '')
      .split(':')
      .at(-1) ?? '';
  return /^[a-z]/.test(last) ? ` ${last} ` : ' ';
}

/** How people and databases write the names of attributes. */
const SPOKEN: Readonly<Record<string, string>> = {
  // `nick_name` is another one.
  name: '(?<![_-])name',
  username: 'user[ _-]?name|log[ _-]?in',
  displayname: 'display[ _-]?name|full[ _-]?name',
  'name.givenname': 'given[ _-]?name|first[ _-]?name',
  'name.familyname': 'family[ _-]?name|last[ _-]?name|surname',
  emails: 'e-?mails?(?:[ _-]?address(?:es)?)?',
  phonenumbers: '(?:tele)?phone(?:[ _-]?numbers?)?',
  externalid: 'external[ _-]?id',
};

/**
 * Whether a text names an attribute: as the schema writes it, or as people do ("first name").
 *
 * @param words the text
 * @param path an attribute, or `attribute.sub`
 */
export function names(words: string, path: string): boolean {
  const last = path.split('.').at(-1) ?? path;
  const written = last.length < 4 ? path : last;
  const pattern = SPOKEN[path.toLowerCase()] ?? inWords(written.replace(/[^a-z0-9]/gi, '\\$&'));
  return new RegExp(`(?<![a-z0-9])(?:${pattern})s?(?![a-z0-9])`, 'i').test(words);
}

/** `nickName` is `nick_name` or `nick name` as well. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '[ _-]?');
}

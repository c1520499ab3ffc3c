import { names, wordsOf } from '../../check/constraint/words.js';
import { sentOperations } from '../../check/operation.js';
import { showResponse } from '../../check/show.js';
import type { JudgedSymptom } from '../../check/symptom.js';
import type { AttributeDefinition } from '../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import { CORE_URNS } from '../../scim/urn.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { compilePath } from '../state/compiled-path.js';
import { isEmpty } from '../state/twin.js';

/** What the server makes, and what has a check of its own. */
const OTHERS = /^(id|schemas|meta|members|userName|displayName)$/i;

/**
 * Why a target was right to refuse a client's write: it lacks what /Schemas calls required (RFC 7643 §7), and the answer names it. A
 * client of the standard reads that, and sends it, as far as a mapping file lets it; Entra and Okta send what is mapped, in a form of their own.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @returns one symptom; none: it was refused for another reason
 */
export function refusedAsLacking({ run }: OutcomeContext, { observation }: Answered): readonly JudgedSymptom[] {
  const { request, response } = observation;
  const { resourceType: type = 'User', body } = request;
  if (response.status >= 500 || run.facts.advertised === undefined || !isObject(body)) return [];
  const words = wordsOf(response);
  const isExtension = (path: string): boolean => run.facts.advertised?.schema(path) !== undefined;
  const isNamed = (path: string): boolean =>
    isExtension(path) ? response.text.toLowerCase().includes(path.toLowerCase()) : names(words, path.replace(/^urn:.*:/i, ''));
  const lacking = lackingIn(run, request, body, type).find(isNamed);
  if (lacking === undefined) return [];
  const where = isExtension(lacking) ? '/ResourceTypes' : '/Schemas';
  return [
    {
      candidates: ['SC2809'],
      direct: true,
      subject: `${type} ${lacking}`,
      resourceType: type,
      expected: `success: this client does not send ${lacking}`,
      received: `${showResponse(response)}, as "required": true in the target's ${where} says`,
    },
  ];
}

/** The paths of what a write lacks: attributes of a whole resource, extensions, and parts of what it brings. */
function lackingIn({ facts }: OutcomeContext['run'], { method }: ScimRequest, body: JsonObject, type: ResourceType): string[] {
  const { advertised } = facts;
  if (advertised === undefined) return [];
  if (method === 'PATCH') {
    return sentOperations(body).flatMap((each): string[] => {
      const [brought, path] = [getMember(each, 'value'), getMember(each, 'path')];
      if (brought === undefined || typeof path !== 'string') return [];
      const { attribute, path: parsed } = compilePath(advertised, type, path);
      return attribute === undefined || parsed?.sub !== undefined ? [] : partsLacking(attribute, brought, path.replace(/\[.*$/, ''));
    });
  }
  const core = advertised.schema(CORE_URNS[type])?.attributes ?? [];
  const extensions = advertised.schemas.filter(({ id }) => facts.extensions?.[type]?.includes(id) === true);
  return [
    ...core.flatMap((each) => attributeLacking(each, body, '')),
    ...extensions.flatMap(({ id, attributes }) => {
      const held = getMember(body, id);
      const lacking = attributes.flatMap((each) => attributeLacking(each, isObject(held) ? held : {}, `${id}:`));
      return lacking.length > 0 && held === undefined ? [...lacking, id] : lacking;
    }),
  ];
}

function attributeLacking(attribute: AttributeDefinition, holder: JsonObject, prefix: string): string[] {
  const { name, required, mutability } = attribute;
  const value = getMember(holder, name);
  if (!isEmpty(value)) return value === undefined ? [] : partsLacking(attribute, value, prefix + name);
  return required && mutability !== 'readOnly' && !(prefix === '' && OTHERS.test(name)) ? [prefix + name] : [];
}

function partsLacking({ subAttributes = [] }: AttributeDefinition, value: Json, path: string): string[] {
  // Entra writes a reference by its id alone.
  const elements = (Array.isArray(value) ? value : [value]).map((each) => (isObject(each) ? each : { value: each }));
  return subAttributes
    .filter(
      ({ name, required, mutability }) => required && mutability !== 'readOnly' && elements.some((each) => isEmpty(getMember(each, name))),
    )
    .map(({ name }) => `${path}.${name}`);
}

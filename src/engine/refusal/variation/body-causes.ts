import { operationsOf } from '../../../check/operation.js';
import { isObject, type JsonObject } from '../../../scim/json.js';
import type { ScimRequest } from '../../../scim/message.js';
import { MOST_FOR_ONE } from '../../judge/trials.js';
import { bodyForms, putForms, withChange, withoutEachPart, withoutOne } from './body-forms.js';
import { otherMediaTypes } from './media-types.js';
import { memberCause } from './member-causes.js';
import type { OperationContext } from './operations.js';
import type { RefusalCause } from './refusal-cause.js';
import { bodiesWithOwnValues, isConflict } from './shared-values.js';
import { bodiesWithShorterTexts, bodyWithShorterTexts } from './shorter-texts.js';
import { bodiesInPlainLetters, bodiesWithoutEachSign, bodyWithOtherValues } from './sign-forms.js';
import type { Trial } from './trial.js';
import { type Variation, withBodies } from './variation.js';

/**
 * A longer body is not sent in other forms, in characters: it is what the target has shown, sent back by a client, and each form is
 * a body of its own.
 */
const LONGEST = 64 * 1024;

/**
 * Why a create or a PUT was refused: its form, something that it lacks, or one of its attributes.
 *
 * @param trial sends the requests
 * @param request the refused request
 * @param context what a PUT is read with
 * @returns nothing where the trials have shown nothing
 */
export async function bodyCauses(trial: Trial, request: ScimRequest, context: OperationContext): Promise<RefusalCause[]> {
  const { body, resourceType = 'User' } = request;
  if (!isObject(body) || JSON.stringify(body).length > LONGEST) return [];
  // Each person may have a text that is too long: what is known is asked about first.
  const short = await trial.first(trial.known(withBodies(request, bodiesWithShorterTexts(body, resourceType))));
  if (short !== undefined) return [cause(request, short)];
  // What is accepted under another name, or when it is just sent again, was refused for another reason than its form.
  if (await trial.accepts(request)) return [];
  const isTaken = isConflict(trial.answer);
  const shared = isTaken ? bodiesWithOwnValues(body, context, trial.number) : [];
  const keys = Object.keys(body).slice(0, MOST_FOR_ONE);
  // By a PUT without it nobody is deactivated, and nobody comes back.
  const ofActive = { check: body['active'] === false ? 'SC2203' : 'SC2119' } as const;
  const meaning = (key: string) => (request.method === 'PUT' && key === 'active' ? ofActive : {});
  const left = keys.flatMap((key) => withoutOne(body, resourceType, key).map((each) => ({ ...each, ...meaning(key), key })));
  const signs = bodiesInPlainLetters(body, resourceType);
  const forms = [
    ...otherMediaTypes(request),
    ...withBodies(request, changesNothing(request, context) ? withChange(body, resourceType) : []),
    ...withBodies(request, shared),
    ...withBodies(request, [...bodyForms(body, resourceType), ...(request.method === 'PUT' ? putForms(body, request.id) : [])]),
    ...withBodies(request, [...signs, ...left, ...(isTaken ? [] : bodiesWithShorterTexts(body, resourceType).slice(0, 1))]),
  ];
  const form = await trial.first(forms);
  if (form === undefined) return [];
  const key = left.find(({ difference }) => difference === form.difference)?.key;
  if (signs.some(({ difference }) => difference === form.difference))
    return [cause(request, await ofSigns(trial, request, { whole: form, body }))];
  const members = key === 'members' && Array.isArray(body[key]) ? body[key].filter(isObject) : [];
  const ofMembers = await memberCause(trial, {
    refused: request,
    members,
    ...(request.method === 'POST' ? { check: 'SC2301' } : {}),
    with: (others) => ({ ...request, body: { ...body, members: [...others] } }),
  });
  if (ofMembers !== undefined) return [ofMembers];
  if (key === undefined) return [cause(request, form)];
  const part = await trial.first(withBodies(request, withoutEachPart(body, key)));
  const name = part?.path?.slice(key.length + 1);
  const shorter = await trial.first(withBodies(request, isTaken ? [] : bodyWithShorterTexts(body, key, name)));
  return [cause(request, shorter ?? part ?? form)];
}

/** Which sign it is, unless other values with the same signs are accepted, too. */
async function ofSigns(
  trial: Trial,
  request: ScimRequest,
  { whole, body }: { readonly whole: Variation; readonly body: JsonObject },
): Promise<Variation> {
  const [control] = withBodies(request, [bodyWithOtherValues(body, whole.path)]);
  if (control !== undefined && (await trial.accepts(control.request))) return control;
  return (await trial.first(withBodies(request, bodiesWithoutEachSign(body, whole.path)))) ?? whole;
}

/** A PUT of what is there already: what is wrong with it may be just that. */
function changesNothing({ method, body }: ScimRequest, { before, type, schemas }: OperationContext): boolean {
  return method === 'PUT' && operationsOf(method, body, before, type, schemas).every(({ changes }) => !changes);
}

function cause(refused: ScimRequest, { request: accepted, ...words }: Variation): RefusalCause {
  return { kind: 'form', ...words, refused, accepted };
}

import { operationsOf } from '../../check/operation.js';
import { showResponse } from '../../check/show.js';
import type { JudgedSymptom } from '../../check/symptom.js';
import {
  changedImmutables,
  changeExpected,
  DECLARED_IMMUTABLE,
  immutablePartsChanged,
  isImmutable,
} from '../compare/immutable-attributes.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';

/**
 * Why a target was right to refuse a client's write: the write has another value for what /Schemas declares immutable, as one that
 * brings an existing account up to date may have. What the client's mapping asks for cannot be had, and that is all there is to tell.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @returns a symptom for each such attribute; none: it was refused for another reason
 */
export function refusedAsImmutable({ run }: OutcomeContext, { observation, owned }: Answered): readonly JudgedSymptom[] {
  const { request, response, facts } = observation;
  if (owned === undefined || response.status >= 500) return [];
  const { type } = owned;
  const before = owned.twin.resource;
  const paths =
    request.method === 'PUT'
      ? changedImmutables(run, type, request, before)
      : [
          ...operationsOf(request.method, request.body, before, type, facts.schemas).flatMap(({ changes, text }) =>
            changes && text !== undefined && isImmutable(run, type, text) ? [text] : [],
          ),
          ...immutablePartsChanged(run, type, request.body, before),
        ];
  return [...new Set(paths)].map((path) => ({
    candidates: ['SC2406'],
    direct: true,
    subject: `${type} ${path}`,
    resourceType: type,
    expected: changeExpected(path),
    received: `${showResponse(response)}, as ${DECLARED_IMMUTABLE} says`,
  }));
}

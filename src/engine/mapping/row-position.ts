import type { Judgement } from '../../check/symptom.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import type { ScimRequest } from '../../scim/message.js';
import { mappedRows, rowOf } from './mapped-rows.js';

/**
 * Where a mapping names an attribute, for the report.
 *
 * @param mapping the mapping
 * @param row one of its rows
 */
export function rowPosition(mapping: Mapping, row: MappedAttribute): string {
  return row.line === undefined ? `mapping ${mapping.name}` : `mapping ${mapping.name}, row of line ${row.line}`;
}

/**
 * The row of the mapping that a symptom is about, where it is about one: the attribute that is filtered on, or the one with whose
 * name the expectation begins.
 *
 * @param mapping the mapping
 * @param request what was asked
 * @param expected what the symptom expects
 */
function rowConcerned(mapping: Mapping, request: ScimRequest, expected: string): MappedAttribute | undefined {
  if (request.resourceType === undefined) return undefined;
  if (request.filter !== undefined) return rowOf(mapping, request.resourceType, request.filter.attribute);
  const text = expected.toLowerCase();
  return mappedRows(mapping, request.resourceType).find(({ name }) =>
    [':', ' ='].some((end) => text.startsWith(`${name.toLowerCase()}${end}`)),
  );
}

/**
 * Names the row of the mapping in each symptom that is about one attribute.
 *
 * @param judgement what is wrong with an exchange
 * @param mapping the mapping
 * @param request the exchange's request
 */
export function withRowPositions(judgement: Judgement, mapping: Mapping, request: ScimRequest): Judgement {
  const symptoms = judgement.symptoms.map((symptom) => {
    const row = rowConcerned(mapping, request, symptom.expected);
    return row?.line === undefined ? symptom : { ...symptom, expected: `${symptom.expected} (${rowPosition(mapping, row)})` };
  });
  return { ...judgement, symptoms };
}

/**
 * Says what an expectation is about, unless it names its row already.
 *
 * @param expected the expectation
 * @param about the row, as `placeOf` words it
 */
export function withSubjectRow(expected: string, about: string | undefined): string {
  return about === undefined || expected.includes('(mapping ') ? expected : `${expected} (${about})`;
}

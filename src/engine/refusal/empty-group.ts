import { showResponse } from '../../check/show.js';
import type { JudgedSymptom } from '../../check/symptom.js';
import { asksForNobody, DECLARED_REQUIRED, demandsMembers } from '../compare/required-members.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';

/**
 * Why a target was right to refuse a client's write: there is to be nobody in a group, and /Schemas says that every group has members.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @returns one symptom; none: it was refused for another reason
 */
export function refusedAsEmpty({ run }: OutcomeContext, { observation, owned }: Answered): readonly JudgedSymptom[] {
  const { request, response, facts } = observation;
  const held = owned?.twin.resource;
  if (response.status >= 500 || !demandsMembers(run.facts.advertised) || !asksForNobody(request, held, facts.schemas)) return [];
  return [
    {
      candidates: ['SC2808'],
      direct: true,
      subject: 'Group members',
      resourceType: 'Group',
      expected: 'a group can be empty',
      received: `${showResponse(response)}, as ${DECLARED_REQUIRED} says`,
    },
  ];
}

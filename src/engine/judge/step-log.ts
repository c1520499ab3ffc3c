import { defined } from '../../base/defined.js';
import { checkOf } from '../../check/catalogue.js';
import { SCOPES } from '../../check/check.js';
import type { CheckId } from '../../check/check-id.js';
import { provisionalCheck } from '../../check/diagnose.js';
import { NO_ID } from '../../check/lifecycle/right-resource.js';
import { isConsequence, withRoots } from '../../check/roots.js';
import type { Judgement, Sighting, Symptom } from '../../check/symptom.js';
import type { Client } from '../../client/client.js';
import type { CutBy } from '../../event/event.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';
import { withSubjectRow } from '../mapping/row-position.js';
import type { RunLog } from './run-log.js';

/** What was expected and what came. */
export interface SymptomInput {
  readonly expected: string;
  readonly received: string;
  /** What it is about, so that the same trouble in many exchanges counts as one. */
  readonly subject?: string;
  /** The target path whose value is not what it should be. */
  readonly path?: string;
}

/** Where a step stands. */
export interface StepPlace {
  readonly client: Client;
  readonly sighting: Omit<Sighting, 'order' | 'exchange'>;
  /** Plan order of the scenario, and the number of its exchanges so far. */
  order(): Sighting['order'];
}

/** What a step has gathered so far. Views of one step that differ in the row they name share it. */
interface StepState {
  symptoms: Symptom[];
  firstReason: string | undefined;
  lastExchange: string | undefined;
  request: ScimRequest | undefined;
  answer: ScimResponse | undefined;
  cut: CutBy | undefined;
  writes: number;
  /** What it created was not shown to be the run's own. */
  disowned: boolean;
}

/** Another resource than the one asked for: writing on would damage it. */
const MISTAKEN: ReadonlySet<CheckId> = new Set(['SC1207', 'SC1302', 'SC2502']);

/** The log of one step: every symptom with where it was seen, and what kept the step from going on. */
export class StepLog {
  readonly #runLog: RunLog;
  readonly #place: StepPlace;
  readonly #state: StepState;
  /** The row of the mapping that the step is about, as `rowPosition` words it. */
  readonly #subjectRow: string | undefined;

  constructor(runLog: RunLog, place: StepPlace, view?: { readonly state: StepState; readonly subjectRow: string }) {
    this.#runLog = runLog;
    this.#place = place;
    this.#state = view?.state ?? {
      symptoms: [],
      firstReason: undefined,
      lastExchange: undefined,
      request: undefined,
      answer: undefined,
      cut: undefined,
      writes: 0,
      disowned: false,
    };
    this.#subjectRow = view?.subjectRow;
  }

  /** The same log, in which what is noted names a row of the mapping. */
  about(subjectRow: string): StepLog {
    return new StepLog(this.#runLog, this.#place, { state: this.#state, subjectRow });
  }

  get symptoms(): readonly Symptom[] {
    return this.#state.symptoms;
  }

  /** What was seen first: why the step failed, or could not go on. */
  get firstReason(): string | undefined {
    return this.#state.firstReason;
  }

  /** The last answer, but for reads of scim-check's own. */
  get answer(): ScimResponse | undefined {
    return this.#state.answer;
  }

  /** What the last answer answers, where that is known. */
  get request(): ScimRequest | undefined {
    return this.#state.request;
  }

  /** Writes that were answered. */
  get writes(): number {
    return this.#state.writes;
  }

  get key(): string | undefined {
    return this.#place.sighting.label;
  }

  /**
   * An exchange of the step's own was answered.
   *
   * @param exchange its number
   * @param response the answer
   * @param request what was asked
   */
  answered(exchange: string, response: ScimResponse, request?: ScimRequest): void {
    this.#state.lastExchange = exchange;
    this.#state.request = request;
    this.#state.answer = response;
  }

  wrote(count = 1): void {
    this.#state.writes += count;
  }

  /** Why a request of the step was not served or not answered, where one was not. */
  get cut(): CutBy | undefined {
    return this.#state.cut;
  }

  /** What the step created was not shown to be the run's own: its conversation must not go on with it. */
  disown(): void {
    this.#state.disowned = true;
  }

  get isDisowned(): boolean {
    return this.#state.disowned;
  }

  /** Says why the step cannot go on, where that is no finding. */
  explain(reason: string, cut?: CutBy): void {
    this.#state.firstReason ??= reason;
    this.#state.cut ??= cut;
  }

  /**
   * Notes something that went wrong. What the standard leaves open is a client's business only where the client minds.
   *
   * @param candidates the checks that may be the reason
   * @param input what went wrong
   * @param exchange the exchange that shows it; absent: the last one
   * @returns the symptom; undefined when the client minds none of the checks
   */
  report(candidates: readonly CheckId[], input: SymptomInput, exchange = this.#state.lastExchange): Symptom | undefined {
    const minded = candidates.filter((check) => checkOf(check).clients.includes(this.#place.client.family));
    if (minded.length === 0) return undefined;
    const { expected, received, subject = '', path } = input;
    const resourceType = exchange === this.#state.lastExchange ? this.#state.request?.resourceType : undefined;
    const symptom = { candidates: withRoots(minded), direct: true, subject, expected, received, ...defined({ path, resourceType }) };
    return this.note({ symptoms: [symptom], held: [] }, exchange)[0];
  }

  /**
   * Takes a judgement down.
   *
   * @param judgement what is wrong, and what held
   * @param exchange the exchange that shows it
   * @returns one symptom for each of the judgement
   */
  note(judgement: Judgement, exchange: string | undefined): readonly Symptom[] {
    for (const check of judgement.held) this.#confirm(check, judgement.resourceType);
    return judgement.symptoms.map((symptom) => {
      this.explain(`${provisionalCheck(symptom)}: ${symptom.received}`);
      const noted = this.#runLog.note({
        ...symptom,
        expected: withSubjectRow(symptom.expected, this.#subjectRow),
        ...this.#place.sighting,
        ...defined({ exchange }),
        order: this.#place.order(),
      });
      this.#state.symptoms.push(noted);
      return noted;
    });
  }

  #confirm(check: CheckId, type: ResourceType | undefined): void {
    if (type === undefined) this.#runLog.confirm(check);
    else this.#runLog.confirmFor(check, type, this.#place.client.dialect);
  }

  /** A check was exercised and held; `type`: by a write to a resource of this type, of others it says nothing. */
  confirm(check: CheckId, type?: ResourceType): void {
    this.#confirm(check, type);
  }

  /**
   * Takes back what the step noted after the first `kept` symptoms: it tries again, later or in a way that says more.
   *
   * @param kept how many stay in any case
   * @param isMeant which of the others are taken back; default: all
   */
  withdraw(kept: number, isMeant: (symptom: Symptom) => boolean = () => true): void {
    const later = this.#state.symptoms.splice(kept);
    this.#runLog.withdraw(later.filter(isMeant));
    const staying = later.filter((symptom) => !isMeant(symptom));
    this.#state.symptoms.push(...staying);
    if (kept + staying.length === 0) this.#state.firstReason = undefined;
  }

  /**
   * Takes from a symptom the candidates that were shown not to be the reason, as long as another one is left.
   *
   * @param symptom one of the step's; undefined: none was noted
   * @param refuted checks whose form of the request was tried and helped nothing
   * @param otherwise what is named where only the operation as such is left, whatever it is aimed at
   */
  acquit(symptom: Symptom | undefined, refuted: ReadonlySet<CheckId>, otherwise?: CheckId): void {
    if (symptom === undefined || refuted.size === 0) return;
    const { candidates } = symptom;
    const left = candidates.filter((check) => !refuted.has(check) && !isConsequence(check, candidates));
    // What may have brought along what was not the reason goes with it.
    const isShown = candidates.some((check) => refuted.has(check)) && left.every(isOfAnyTarget);
    const instead = otherwise !== undefined && isShown ? [otherwise] : [];
    if (left.length > 0 || instead.length > 0)
      this.#runLog.amend(symptom.id, [...candidates.filter((check) => left.includes(check) || isConsequence(check, left)), ...instead]);
  }

  /**
   * Gives a symptom one candidate more, the most specific one.
   *
   * @param symptom one of the step's
   * @param check what is known to be a reason by other writes
   */
  add({ id, candidates }: Symptom, check: CheckId): void {
    this.#runLog.amend(id, [...candidates.filter((each) => each !== check), check]);
  }

  /**
   * Gives what the step noted one candidate more, which is named only where it explains others as well.
   *
   * @param since how many symptoms the step had shown before
   * @param check what other writes may show to be the reason
   */
  consider(since: number, check: CheckId): void {
    for (const { id } of this.ofContent(since)) this.#runLog.consider(id, check);
  }

  /**
   * What the step has shown beside the form of answers: a wrong media type says nothing of what an answer holds, nor of what was done.
   *
   * @param since how many symptoms it had shown before
   */
  ofContent(since = 0): readonly Symptom[] {
    return this.symptoms.slice(since).filter(isOfContent);
  }

  /**
   * Whether the step has shown what keeps its answer from being judged further. The form of an answer does not.
   *
   * @param since how many symptoms it had shown before
   */
  answerIsInvalid(since = 0): boolean {
    return this.ofContent(since).length > 0;
  }

  /**
   * Whether the target showed another resource than the one asked for or sent: a conversation must not go on with it.
   *
   * @param since how many symptoms the step had shown before
   */
  isMistaken(since: number): boolean {
    if (this.#state.disowned) return true;
    return this.symptoms.slice(since).some((symptom) => MISTAKEN.has(provisionalCheck(symptom)) && symptom.subject !== NO_ID);
  }
}

/** Whether it is about more than the form of an answer. */
export function isOfContent(symptom: Symptom): boolean {
  return checkOf(provisionalCheck(symptom)).ofForm !== true;
}

/** Whether it is a check of writes that says nothing of what is written to. */
export function isOfAnyTarget(id: CheckId): boolean {
  const check = checkOf(id);
  return check.kind === 'write' && SCOPES.indexOf(check.scope) < SCOPES.indexOf('target');
}

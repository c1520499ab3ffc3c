import type { Json } from '../scim/json.js';
import type { Method, ResourceType } from '../scim/message.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { Path } from '../yaml/document.js';
import type { IntentKind, IntentOf, ObjectSpec } from './intent.js';
import type { StepInPlace } from './lint/place.js';

/** An object as a step names it that creates it. */
export interface NamedObject {
  readonly key: string;
  readonly type: ResourceType;
}

/** Why a step has none of the forms of its intent. */
export interface Misfit {
  readonly message: string;
  /** The key inside the intent that is too much. */
  readonly key: string;
}

/**
 * Everything that is particular to one kind of step, as far as it is written: how it is read, checked and told. How it is carried
 * out is the engine's business.
 */
export interface StepType<Kind extends IntentKind, Forms = Readonly<Record<string, never>>> {
  /** How a step is read, by the name of the form in which it is written. The step has passed the schema of that form. */
  readonly read: { readonly [Form in keyof Forms]: (written: Forms[Form]) => IntentOf<Kind> };
  /**
   * Which form a step has; absent: there is one only.
   *
   * @param value what stands under the intent's key
   */
  formOf?(value: Json | undefined): keyof Forms | Misfit;
  /** The step in a few words, for reports: `update mover: title`. */
  label(intent: IntentOf<Kind>): string;
  /** The resource type that the step is about, where the intent itself says so. */
  resourceType?(intent: IntentOf<Kind>): ResourceType;
  /** The objects that the step brings into the directory. */
  creates?(intent: IntentOf<Kind>): readonly ObjectSpec[];
  /** Whether the objects bring what the mapping requires, and nothing else. */
  createsRequiredOnly?(intent: IntentOf<Kind>): boolean;
  /**
   * The same of a step whose form may be wrong, so that one mistake is told once.
   *
   * @param value what stands under the intent's key
   */
  names?(value: Json): readonly NamedObject[];
  /** Keys of the objects that the step makes members of a group, or takes out of it. */
  members?(intent: IntentOf<Kind>): readonly string[];
  /** Key of the object that the step removes. */
  deletes?(intent: IntentOf<Kind>): string;
  /** Variables that later steps can use, and the method of the request whose answer they come from. */
  captures?(intent: IntentOf<Kind>): ReadonlyMap<string, Method>;
  /** The step makes sense only while nobody else creates and deletes. */
  readonly exclusive?: true;
  /** What the step expects is said of the answer as such: a path may be a JSON pointer, and any status is as good as another. */
  readonly rawAnswer?: true;
  /** What the form cannot show: names that nothing defines, paths that are none, contradictions. What is expected is checked for all steps alike. */
  lint?(place: StepInPlace<Kind>): Diagnostic[];
  /** Values whose texts may hold `${variables}`, with where they stand below the step. */
  texts?(intent: IntentOf<Kind>): readonly (readonly [Path, Json])[];
}

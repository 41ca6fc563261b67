import {
  isOrganizationKey,
  ORGANIZATION_KEYS,
  type OrganizationData,
  organizationDataSchema,
  organizationShape,
} from "../content/organization-data";
import type { Questionnaire } from "../content/types";
import type { Profile } from "../scoring/types";
import { describeValue, type FileProblem, jsonPath, problemsOf } from "./problems";
import type { AssessmentFile } from "./schema";

type FileProfile = AssessmentFile["profile"];

/** What is wrong with a file's profile: keys that nobody knows, and values that their key doesn't take. */
export function checkProfile(
  profile: FileProfile,
  { id, version, profile: facts }: Pick<Questionnaire, "id" | "version" | "profile">,
): readonly FileProblem[] {
  const known = new Set(facts.map((fact) => fact.id));
  return Object.entries(profile ?? {}).flatMap(([key, value]): readonly FileProblem[] => {
    const at = ["profile", key];
    if (known.has(key)) {
      return typeof value === "boolean"
        ? []
        : [{ path: jsonPath(at), message: `must be true or false, not ${describeValue(value)}` }];
    }
    if (isOrganizationKey(key)) {
      const { error } = organizationShape[key].safeParse(value, { reportInput: true });
      return error ? problemsOf(error, at) : [];
    }
    const names = [...known, ...ORGANIZATION_KEYS].join(", ");
    return [{ path: jsonPath(at), message: `${id} ${version} has no such fact; known: ${names}` }];
  });
}

/** The questionnaire's facts of a checked profile: all that is true or false. */
export function factsOf(profile: FileProfile): Profile {
  return Object.fromEntries(
    Object.entries(profile ?? {}).filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"),
  );
}

/** Size, industry and the like of a checked profile. */
export function organizationOf(profile: FileProfile): OrganizationData {
  return organizationDataSchema.parse(profile ?? {});
}

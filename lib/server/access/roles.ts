/** From the most to the least trusted; nobody grants a role above their own. */
export const ROLES = ["owner", "admin", "consultant", "reviewer", "assessor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Everything that can be asked of `can`. */
export const ACTIONS = [
  "results.read",
  "portfolio.read",
  "answers.write",
  "assignments.manage",
  "comments.write",
  "evidence.read",
  "evidence.write",
  "evidence.accept",
  "exceptions.propose",
  "findings.write",
  "review.ask",
  "pillars.sign-off",
  "assessment.approve",
  "interviews.ask",
  "blind.start",
  "assessments.create",
  "assessments.edit",
  "snapshots.take",
  "plan.write",
  "report.export",
  "portable.import",
  "portable.export",
  "content.write",
  "people.read",
  "people.manage",
  "organization.edit",
  "organization.delete",
  "audit.read",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The one table that decides who may. An assessor's rights hold only for assessments that are assigned or their own. */
const RIGHTS: Readonly<Record<Action, readonly Role[]>> = {
  "results.read": ["owner", "admin", "consultant", "assessor", "reviewer", "viewer"],
  /** The organization's row among all that a person works for. An assessor sees parts of one only. */
  "portfolio.read": ["owner", "admin", "consultant", "reviewer", "viewer"],
  "answers.write": ["owner", "admin", "consultant", "assessor"],
  /** Ask people to answer, and take that back. */
  "assignments.manage": ["owner", "admin", "consultant"],
  /** Read and write comments. */
  "comments.write": ["owner", "admin", "consultant", "assessor", "reviewer"],
  "evidence.read": ["owner", "admin", "consultant", "assessor", "reviewer"],
  "evidence.write": ["owner", "admin", "consultant", "assessor"],
  "evidence.accept": ["owner", "admin", "reviewer"],
  "exceptions.propose": ["owner", "admin", "consultant", "assessor", "reviewer"],
  "findings.write": ["owner", "admin", "consultant", "assessor", "reviewer"],
  "review.ask": ["owner", "admin", "consultant", "reviewer"],
  "pillars.sign-off": ["owner", "reviewer"],
  "assessment.approve": ["owner", "reviewer"],
  /** Making a link by which somebody without an account answers some topics, and taking over what they said. */
  "interviews.ask": ["owner", "admin", "consultant", "assessor"],
  "blind.start": ["owner", "admin", "consultant"],
  "assessments.create": ["owner", "admin", "consultant", "assessor"],
  "assessments.edit": ["owner", "admin", "consultant"],
  "snapshots.take": ["owner", "admin", "consultant", "reviewer"],
  "plan.write": ["owner", "admin", "consultant", "reviewer"],
  "report.export": ["owner", "admin", "consultant", "reviewer", "viewer"],
  "portable.import": ["owner", "admin", "consultant"],
  "portable.export": ["owner", "admin", "consultant", "reviewer"],
  "content.write": ["owner", "admin", "consultant"],
  "people.read": ["owner", "admin", "consultant", "assessor", "reviewer", "viewer"],
  "people.manage": ["owner", "admin"],
  "organization.edit": ["owner", "admin"],
  "organization.delete": ["owner"],
  "audit.read": ["owner", "admin"],
};

/** What nobody does to what they answered themselves, unless the organization has switched that on. */
const OTHERS_ONLY: readonly Action[] = ["evidence.accept", "pillars.sign-off", "assessment.approve"];

/** Who asks: a live session's person in one organization. */
export type Actor = Readonly<{
  userId: string;
  name: string;
  email: string;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  sample: boolean;
  role: Role;
  /** Where the request came from, for the audit log. */
  address: string;
}>;

/** What an action is on, where that matters: an assessor's assessments, and what the actor did themself. */
export type Resource = Readonly<{
  assignedOrOwn?: boolean;
  answeredBy?: string;
  selfAcceptance?: boolean;
  grants?: Role;
}>;

/**
 * The one place that decides who may. Asked by the door before anything runs.
 *
 * @param actor a live membership
 * @param action what is to be done
 * @param resource facts of what it is to be done on; a fact that isn't given doesn't matter to that action
 */
export function can(actor: Pick<Actor, "role" | "userId">, action: Action, resource: Resource = {}): boolean {
  if (!RIGHTS[action].includes(actor.role)) return false;
  if (actor.role === "assessor" && resource.assignedOrOwn === false) return false;
  if (OTHERS_ONLY.includes(action) && resource.answeredBy === actor.userId) return resource.selfAcceptance === true;
  if (action === "people.manage" && resource.grants) return ROLES.indexOf(actor.role) <= ROLES.indexOf(resource.grants);
  return true;
}

/** Every pair that the table allows, for the copy that SQL statements read. */
export function permissionPairs(): readonly Readonly<{ role: Role; action: Action }>[] {
  return ACTIONS.flatMap((action) => RIGHTS[action].map((role) => ({ role, action })));
}

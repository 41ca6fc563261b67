/** What the roles are called and what they may, in the order from the most trusted. */
export const ROLE_WORDS = [
  { role: "owner", name: "Owner", may: "Everything, and alone makes owners and deletes the organization." },
  { role: "admin", name: "Administrator", may: "Everything but that: people, answers, reviews, plan, reports." },
  {
    role: "consultant",
    name: "Consultant",
    may: "Answers, plans, exports reports and data. Reviews nothing, manages nobody.",
  },
  { role: "reviewer", name: "Reviewer", may: "Accepts evidence and exceptions, plans, exports. Answers nothing." },
  { role: "assessor", name: "Assessor", may: "Answers what is assigned, or what they began themselves. Sees no more." },
  { role: "viewer", name: "Viewer", may: "Sees results and exports reports." },
] as const;

/** A role's name: "Administrator". */
export function roleName(role: string): string {
  return ROLE_WORDS.find((words) => words.role === role)?.name ?? role;
}

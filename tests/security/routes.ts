import type { Action } from "../../lib/server/access/roles";

/** What a route or page asks before it answers. */
export type Door = Action | "person" | "open";

export type RouteRow = Readonly<{
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  door: Door;
  body?: unknown;
}>;

/**
 * Every route of the API and what opens it. The matrix test fails for a route that isn't here: a new one needs a row.
 * `[organization]` and `[assessment]` are filled in with real ones; other parts with something that doesn't exist.
 */
export const ROUTES: readonly RouteRow[] = [
  { method: "PUT", path: "/api/interview/[token]/answers", door: "open" },
  { method: "POST", path: "/api/interview/[token]/finish", door: "open" },
  { method: "POST", path: "/api/invitations/accept", door: "person" },
  { method: "POST", path: "/api/invitations/redeem", door: "open" },
  { method: "POST", path: "/api/organizations", door: "person" },
  { method: "DELETE", path: "/api/organizations/[organization]", door: "organization.delete" },
  { method: "POST", path: "/api/organizations/[organization]/assessments", door: "assessments.create" },
  { method: "PATCH", path: "/api/organizations/[organization]/assessments/[assessment]", door: "assessments.edit" },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/acceptance",
    door: "evidence.accept",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/assignments",
    door: "assignments.manage",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/assignments",
    door: "assignments.manage",
  },
  {
    method: "PATCH",
    path: "/api/organizations/[organization]/assessments/[assessment]/assignments/mine",
    door: "answers.write",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/assessments/[assessment]/comments",
    door: "comments.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/comments",
    door: "comments.write",
  },
  {
    method: "PATCH",
    path: "/api/organizations/[organization]/assessments/[assessment]/comments/[comment]",
    door: "comments.write",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/comments/[comment]",
    door: "comments.write",
  },
  { method: "GET", path: "/api/organizations/[organization]/notices", door: "results.read" },
  { method: "PATCH", path: "/api/organizations/[organization]/notices", door: "results.read" },
  { method: "PATCH", path: "/api/account/mail", door: "person" },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/answers", door: "results.read" },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/live", door: "results.read" },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/people", door: "people.read" },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/presence",
    door: "results.read",
    body: { tab: "one", place: null },
  },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/walk-data", door: "results.read" },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/answers",
    door: "answers.write",
    body: { changes: [{ criterion: "no.such.criterion", base: 0, status: "met" }] },
  },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/content",
    door: "assessments.edit",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/content",
    door: "assessments.edit",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence",
    door: "evidence.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence/files",
    door: "evidence.write",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]/file",
    door: "evidence.read",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]/preview",
    door: "evidence.read",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]",
    door: "evidence.write",
  },
  {
    method: "PATCH",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]",
    door: "evidence.write",
  },
  {
    method: "PATCH",
    path: "/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]/review",
    door: "evidence.accept",
  },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/corrections",
    door: "answers.write",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/corrections",
    door: "answers.write",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/exceptions",
    door: "exceptions.propose",
  },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/exceptions",
    door: "exceptions.propose",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/exceptions/acceptance",
    door: "evidence.accept",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/assessments/[assessment]/exceptions/register.csv",
    door: "report.export",
  },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/findings",
    door: "findings.write",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/findings",
    door: "findings.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/questions",
    door: "review.ask",
  },
  {
    method: "PATCH",
    path: "/api/organizations/[organization]/assessments/[assessment]/questions/[question]",
    door: "answers.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/questions/[question]/settlement",
    door: "review.ask",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/review/marks",
    door: "evidence.accept",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/review/marks",
    door: "evidence.accept",
  },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/pillars/[pillar]/review",
    door: "answers.write",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/pillars/[pillar]/review",
    door: "answers.write",
  },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/pillars/[pillar]/sign-off",
    door: "pillars.sign-off",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/pillars/[pillar]/sign-off",
    door: "pillars.sign-off",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/approval",
    door: "assessment.approve",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/rounds",
    door: "assessment.approve",
  },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/export", door: "portable.export" },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/history", door: "results.read" },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/import/[preview]",
    door: "portable.import",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/import/preview",
    door: "portable.import",
  },
  { method: "PUT", path: "/api/organizations/[organization]/assessments/[assessment]/plan", door: "plan.write" },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/plan/items/[initiative]",
    door: "plan.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/snapshots",
    door: "snapshots.take",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/assessments/[assessment]/snapshots/[snapshot]/export",
    door: "portable.export",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/assessments/[assessment]/report.pdf",
    door: "report.export",
  },
  { method: "POST", path: "/api/organizations/[organization]/assessments/[assessment]/blind", door: "blind.start" },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/assessments/[assessment]/blind/[round]/answers",
    door: "answers.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/blind/[round]/finish",
    door: "answers.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/interviews",
    door: "interviews.ask",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/assessments/[assessment]/interviews/[interview]",
    door: "interviews.ask",
  },
  { method: "GET", path: "/api/organizations/[organization]/assessments/[assessment]/workshop", door: "results.read" },
  {
    method: "POST",
    path: "/api/organizations/[organization]/assessments/[assessment]/workshop",
    door: "answers.write",
  },
  { method: "POST", path: "/api/organizations/[organization]/invitations", door: "people.manage" },
  { method: "DELETE", path: "/api/organizations/[organization]/invitations/[invitation]", door: "people.manage" },
  { method: "POST", path: "/api/organizations/[organization]/leave", door: "people.read" },
  { method: "DELETE", path: "/api/organizations/[organization]/members/[member]", door: "people.manage" },
  { method: "PATCH", path: "/api/organizations/[organization]/members/[member]", door: "people.manage" },
  { method: "POST", path: "/api/organizations/[organization]/questionnaires", door: "content.write" },
  { method: "POST", path: "/api/organizations/[organization]/questionnaires/check", door: "content.write" },
  {
    method: "PUT",
    path: "/api/organizations/[organization]/questionnaires/[questionnaire]/[version]",
    door: "content.write",
  },
  {
    method: "DELETE",
    path: "/api/organizations/[organization]/questionnaires/[questionnaire]/[version]",
    door: "content.write",
  },
  {
    method: "POST",
    path: "/api/organizations/[organization]/questionnaires/[questionnaire]/[version]/publish",
    door: "content.write",
  },
  {
    method: "GET",
    path: "/api/organizations/[organization]/questionnaires/[questionnaire]/[version]/[hash]/[pillar]",
    door: "results.read",
  },
  { method: "POST", path: "/api/sample", door: "person" },
  { method: "POST", path: "/api/setup", door: "open" },
  { method: "GET", path: "/api/organizations/[organization]/find", door: "results.read" },
  { method: "PATCH", path: "/api/organizations/[organization]", door: "organization.edit" },
  { method: "GET", path: "/api/organizations/[organization]/logo", door: "results.read" },
  { method: "PUT", path: "/api/organizations/[organization]/logo", door: "organization.edit" },
  { method: "DELETE", path: "/api/organizations/[organization]/logo", door: "organization.edit" },
  { method: "GET", path: "/api/organizations/[organization]/audit/export", door: "audit.read" },
  { method: "PATCH", path: "/api/account", door: "person" },
  { method: "GET", path: "/api/account/organizations", door: "person" },
  { method: "POST", path: "/api/account/password", door: "person" },
  { method: "POST", path: "/api/account/sessions/end", door: "person" },
  { method: "DELETE", path: "/api/account/sessions/[session]", door: "person" },
  { method: "POST", path: "/api/account/views", door: "person" },
  { method: "DELETE", path: "/api/account/views/[view]", door: "person" },
];

export type PageRow = Readonly<{ path: string; door: Door }>;

/** Every page of the workspace and what opens it. */
export const PAGES: readonly PageRow[] = [
  { path: "/[organization]", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/assignments", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/dashboard", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/dashboard/dates", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/dashboard/explain/[...what]", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/blind", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/blind/[round]", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/interviews", door: "interviews.ask" },
  { path: "/[organization]/assessments/[assessment]/evidence", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/dashboard/present", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/models", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/models/[model]", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/models/attack", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/models/coverage/[framework]", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/reports", door: "report.export" },
  { path: "/[organization]/assessments/[assessment]/exceptions", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/review", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/roadmap", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/settings", door: "results.read" },
  { path: "/[organization]/assessments/[assessment]/settings/content", door: "assessments.edit" },
  { path: "/[organization]/assessments/[assessment]/walk/[[...place]]", door: "results.read" },
  { path: "/[organization]/assessments/new", door: "assessments.create" },
  { path: "/[organization]/compare", door: "results.read" },
  { path: "/[organization]/notices", door: "results.read" },
  { path: "/[organization]/people", door: "people.read" },
  { path: "/[organization]/questionnaires", door: "results.read" },
  { path: "/[organization]/questionnaires/[questionnaire]/[version]", door: "results.read" },
  { path: "/account", door: "person" },
  { path: "/[organization]/audit", door: "audit.read" },
  { path: "/[organization]/settings", door: "results.read" },
  { path: "/clients", door: "person" },
  { path: "/home", door: "person" },
];

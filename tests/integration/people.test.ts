import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor, Role } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { askInterview, askSchema } from "../../lib/server/interviews/ask";
import { withInterview } from "../../lib/server/interviews/open-interview";
import { readGuestInterview } from "../../lib/server/interviews/read-guest-interview";
import { changeMember } from "../../lib/server/people/change-member";
import { inviteMember, inviteSchema } from "../../lib/server/people/invite-member";
import { listInvitations } from "../../lib/server/people/list-invitations";
import { listMembers } from "../../lib/server/people/list-members";
import { peekInvitation, redeemInvitation } from "../../lib/server/people/redeem-invitation";
import { leaveOrganization, removeMember } from "../../lib/server/people/remove-member";
import { revokeInvitation } from "../../lib/server/people/revoke-invitation";
import { today } from "../../lib/server/platform/clock";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let count = 0;
let tenant: string;
let owner: Actor;
let admin: Actor;

const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const as = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  notes.length = 0;
  tenant = `people-${count++}`;
  owner = await makeActor(database, tenant, "owner");
  admin = await makeActor(database, tenant, "admin");
});

const invite = (actor: Actor, email: string, role: Role) =>
  as(actor, (db) => inviteMember(db, actor, inviteSchema.parse({ email, role }), audit));
const change = (actor: Actor, member: Actor, to: { role?: Role; until?: string | null }) =>
  as(actor, (db) => changeMember(db, actor, member.userId, to, audit));
const remove = (actor: Actor, member: Actor) => as(actor, (db) => removeMember(db, actor, member.userId, audit));
const leave = (actor: Actor) => as(actor, (db) => leaveOrganization(db, actor, tenant, audit));
const roleOf = async (member: Actor) =>
  (await as(owner, (db) => listMembers(db, owner.organizationId))).find(({ id }) => id === member.userId)?.role;
const tokenOf = (path: string) => path.split("/").at(-1) ?? "";

describe("invitations", () => {
  it("join once, in the role that was given, and are stored hashed", async () => {
    const { path } = await invite(admin, "New@Example.org", "assessor");
    expect(await peekInvitation(tokenOf(path))).toMatchObject({ email: "new@example.org", role: "assessor" });
    const person = { token: tokenOf(path), name: "New", password: "a long enough password" };
    await redeemInvitation(person);
    await expect(redeemInvitation({ ...person, name: "Second" })).rejects.toMatchObject({ kind: "conflict" });
    const members = await as(owner, (db) => listMembers(db, owner.organizationId));
    expect(members.find(({ email }) => email === "new@example.org")).toMatchObject({ role: "assessor", until: null });
    const rows = await as(owner, (db) => db.invitation.findMany());
    expect(rows.some(({ tokenHash }) => Buffer.from(tokenHash).toString("base64url") === tokenOf(path))).toBe(false);
    expect(notes[0]).toMatchObject({ facts: { role: "assessor" }, values: { email: "new@example.org" } });
  });

  it("give no role above one's own", async () => {
    await expect(invite(admin, "a@example.org", "owner")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(invite(admin, "a@example.org", "admin")).resolves.toBeDefined();
    await expect(invite(owner, "b@example.org", "owner")).resolves.toBeDefined();
  });

  it("end when taken back, and when the address is invited anew", async () => {
    const first = await invite(admin, "c@example.org", "viewer");
    const second = await invite(admin, "c@example.org", "reviewer");
    expect(await peekInvitation(tokenOf(first.path))).toBeUndefined();
    const [open] = await as(owner, (db) => listInvitations(db, owner.organizationId));
    await as(admin, (db) => revokeInvitation(db, admin, open?.id ?? "", audit));
    expect(await peekInvitation(tokenOf(second.path))).toBeUndefined();
    await expect(as(admin, (db) => revokeInvitation(db, admin, open?.id ?? "", audit))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("can't be taken back by another organization", async () => {
    const { path } = await invite(admin, "d@example.org", "viewer");
    const [open] = await as(owner, (db) => listInvitations(db, owner.organizationId));
    const stranger = await makeActor(database, `${tenant}-else`, "owner");
    await expect(as(stranger, (db) => revokeInvitation(db, stranger, open?.id ?? "", audit))).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await peekInvitation(tokenOf(path))).toBeDefined();
  });

  it("aren't made for a member", async () => {
    await expect(invite(owner, admin.email, "viewer")).rejects.toMatchObject({ fields: [{ path: "email" }] });
  });

  it("end with the right of who made them, so that nobody comes back by their own link", async () => {
    const path = (await invite(admin, "back@example.org", "admin")).path;
    await remove(owner, admin);
    expect(await peekInvitation(tokenOf(path))).toBeUndefined();

    const second = await makeActor(database, tenant, "admin");
    const other = (await invite(second, "again@example.org", "viewer")).path;
    await change(owner, second, { role: "reviewer" });
    expect(await peekInvitation(tokenOf(other))).toBeUndefined();
  });
});

describe("roles", () => {
  it("are given up to one's own and taken from nobody above", async () => {
    const viewer = await makeActor(database, tenant, "viewer");
    await change(admin, viewer, { role: "admin" });
    expect(await roleOf(viewer)).toBe("admin");
    await expect(change(admin, viewer, { role: "owner" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(change(admin, admin, { role: "owner" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(change(admin, owner, { role: "viewer" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(remove(admin, owner)).rejects.toMatchObject({ kind: "forbidden" });
    expect(notes.at(-1)).toMatchObject({ facts: { before: { role: "viewer" }, after: { role: "admin" } } });
  });

  it("aren't changed for somebody of another organization", async () => {
    const stranger = await makeActor(database, `${tenant}-else`, "viewer");
    await expect(change(owner, stranger, { role: "admin" })).rejects.toMatchObject({ kind: "not-found" });
    await expect(remove(owner, stranger)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("the last owner", () => {
  it("neither steps down, leaves, is removed", async () => {
    await expect(change(owner, owner, { role: "admin" })).rejects.toMatchObject({ kind: "conflict" });
    await expect(leave(owner)).rejects.toMatchObject({ kind: "conflict" });
    await expect(remove(owner, owner)).rejects.toMatchObject({ kind: "conflict" });
    expect(await roleOf(owner)).toBe("owner");
  });

  it("remains when two owners step down at once", async () => {
    const second = await makeActor(database, tenant, "owner");
    const results = await Promise.allSettled([
      change(owner, owner, { role: "viewer" }),
      change(second, second, { role: "viewer" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const members = await as(admin, (db) => listMembers(db, admin.organizationId));
    expect(members.filter(({ role }) => role === "owner")).toHaveLength(1);
  });
});

describe("the last day of access", () => {
  it("ends access after that day, and never an owner's", async () => {
    const consultant = await makeActor(database, tenant, "consultant");
    await change(owner, consultant, { until: "2199-12-31" });
    const row = await as(owner, (db) => db.membership.findFirst({ where: { userId: consultant.userId } }));
    expect(row?.expiresAt?.toISOString()).toBe("2200-01-01T00:00:00.000Z");
    await expect(change(owner, consultant, { until: "2020-01-01" })).rejects.toMatchObject({
      fields: [{ path: "until" }],
    });
    await expect(change(owner, consultant, { role: "owner" })).rejects.toMatchObject({ fields: [{ path: "until" }] });
    await change(owner, consultant, { role: "owner", until: null });
    expect(await roleOf(consultant)).toBe("owner");
  });

  it("isn't lengthened by whom it binds", async () => {
    await change(owner, admin, { until: today() });
    await expect(change(admin, admin, { until: null })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(change(admin, admin, { until: "2199-12-31" })).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("leaving", () => {
  it("ends the interview links that the person made, which would show the questions to whoever has them", async () => {
    const { slug } = await as(owner, (db) =>
      createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, audit),
    );
    const input = askSchema.parse({ person: "Myself", topics: ["identity.sign-in-strength"], days: 14 });
    const { path } = await as(admin, (db) => askInterview(db, admin, slug, input, audit));
    const token = path.replace("/interview/", "");
    expect(await withInterview(token, readGuestInterview)).not.toBeNull();
    await remove(owner, admin);
    expect(await withInterview(token, readGuestInterview)).toBeNull();
  });

  it("ends membership and assignments, and keeps what was done", async () => {
    const assessor = await makeActor(database, tenant, "assessor");
    const { organizationId } = owner;
    const made = await as(owner, (db) =>
      createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, audit),
    );
    const assignment = { organizationId, assessmentId: made.id, userId: assessor.userId };
    await as(owner, (db) => db.assignment.create({ data: assignment }));
    await leave(assessor);
    expect(await roleOf(assessor)).toBeUndefined();
    expect(await as(owner, (db) => db.assignment.count({ where: assignment }))).toBe(0);
  });

  it("asks for the organization's name in the address", async () => {
    await expect(as(admin, (db) => leaveOrganization(db, admin, "", audit))).rejects.toMatchObject({ kind: "invalid" });
  });
});

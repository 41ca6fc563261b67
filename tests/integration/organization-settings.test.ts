import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { deleteOrganization } from "../../lib/server/organizations/delete-organization";
import { editOrganization, editOrganizationSchema } from "../../lib/server/organizations/edit-organization";
import { putLogo, removeLogo } from "../../lib/server/organizations/put-logo";
import { readKeeping } from "../../lib/server/organizations/read-keeping";
import { readLogo } from "../../lib/server/organizations/read-logo";
import { readOrganization } from "../../lib/server/organizations/read-organization";
import { selfAcceptanceHolds } from "../../lib/server/organizations/self-acceptance";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let count = 0;

const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const as = <T>(run: (db: ScopedDb) => Promise<T>, actor = owner) => withOrganization(actor, run);
const edit = (change: unknown) => as((db) => editOrganization(db, owner, editOrganizationSchema.parse(change), audit));
const read = () => as((db) => readOrganization(db, owner));

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  owner = await makeActor(database, `settings-${count++}`, "owner");
});

describe("an organization's settings", () => {
  it("change one by one, noted with before and after", async () => {
    await edit({ name: "Contoso" });
    await edit({ colour: "#1F4E79" });
    expect(await read()).toMatchObject({ name: "Contoso", colour: "#1f4e79", onePerson: true });
    expect(notes.at(-1)).toMatchObject({ values: { before: { colour: null }, after: { colour: "#1f4e79" } } });
  });

  it.each([
    { colour: "red" },
    { colour: "#ffff00" },
    { colour: '#123456"); code' },
    { name: "x" },
    { slug: "other" },
    { sample: false },
    {},
  ])("refuse %j", (change) => {
    expect(editOrganizationSchema.safeParse(change).success).toBe(false);
  });

  it("say whether devices may keep what isn't sent: at first they may, and who switches it is noted", async () => {
    const keeping = () => as((db) => readKeeping(db, owner.organizationId));
    expect([(await read()).keepOnDevice, await keeping()]).toEqual([true, "device"]);
    await edit({ keepOnDevice: false });
    expect([(await read()).keepOnDevice, await keeping()]).toEqual([false, "tab"]);
    expect(notes.at(-1)).toMatchObject({
      action: "organization.edit",
      facts: { fields: ["keepOnDevice"], keepOnDevice: false },
      values: { before: { keepOnDevice: true } },
    });
    const other = await makeActor(database, `${owner.organizationSlug}-other`, "owner");
    expect(await as((db) => readKeeping(db, other.organizationId), other)).toBe("device");
  });

  it("let one person accept their own answers, until a second one joins", async () => {
    await edit({ selfAcceptance: true });
    const holds = () => as((db) => selfAcceptanceHolds(db, owner.organizationId));
    expect(await holds()).toBe(true);
    await makeActor(database, owner.organizationSlug, "viewer");
    expect(await holds()).toBe(false);
    await edit({ selfAcceptance: false });
    await expect(edit({ selfAcceptance: true })).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("the logo", () => {
  const picture = async () =>
    new Uint8Array(
      await sharp({ create: { width: 40, height: 20, channels: 3, background: "#1f4e79" } })
        .jpeg()
        .toBuffer(),
    );

  it("is drawn anew as PNG, shown, and taken away", async () => {
    await as(async (db) => putLogo(db, owner, await picture(), audit));
    expect((await read()).logo).toMatch(/^[0-9a-f]{12}$/);
    const response = await as((db) => readLogo(db, owner));
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: "png", width: 40 });
    await as((db) => removeLogo(db, owner, audit));
    expect((await read()).logo).toBeNull();
    await expect(as((db) => readLogo(db, owner))).rejects.toMatchObject({ kind: "not-found" });
  });

  it("stays when another file is no picture", async () => {
    await as(async (db) => putLogo(db, owner, await picture(), audit));
    const { logo } = await read();
    const page = new TextEncoder().encode("<html><script>alert(1)</script></html>");
    await expect(as((db) => putLogo(db, owner, page, audit))).rejects.toMatchObject({ kind: "invalid" });
    expect((await read()).logo).toBe(logo);
  });
});

describe("deleting an organization", () => {
  it("says what it holds, asks for its address, takes everything, and nothing of another", async () => {
    const other = await makeActor(database, `${owner.organizationSlug}-other`, "owner");
    for (const actor of [owner, other]) {
      const round = { name: "Round", scope: "Group", profile: {}, sizes: {} };
      await as((db) => createAssessment(db, actor, round, audit), actor);
    }
    expect((await read()).holds).toMatchObject({ assessments: 1, members: 1 });
    await expect(as((db) => deleteOrganization(db, owner, "wrong"))).rejects.toMatchObject({ kind: "invalid" });
    await as((db) => deleteOrganization(db, owner, owner.organizationSlug));
    const left = await withClient(database.ownerUrl, (client) =>
      client.query("SELECT organization_id FROM assessments WHERE organization_id = ANY($1)", [
        [owner.organizationId, other.organizationId],
      ]),
    );
    expect(left.rows).toEqual([{ organization_id: other.organizationId }]);
  });
});

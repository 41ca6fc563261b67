import { createHash } from "node:crypto";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as fileRoute from "../../app/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]/file/route";
import * as previewRoute from "../../app/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]/preview/route";
import * as pieceRoute from "../../app/api/organizations/[organization]/assessments/[assessment]/evidence/[evidence]/route";
import * as uploadRoute from "../../app/api/organizations/[organization]/assessments/[assessment]/evidence/files/route";
import * as organizationRoute from "../../app/api/organizations/[organization]/route";
import { MAX_FILE_BYTES } from "../../lib/core/evidence/file-limits";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { keepTidy } from "../../lib/server/platform/jobs/keep-tidy";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";
import { makeZip } from "../support/make-zip";
import { S3_KEYS, startS3 } from "../support/s3-server";

const ONE = "identity.sign-in-strength.second-factor-everywhere";
const TWO = "identity.sign-in-strength.no-legacy-protocols";
const SAID = {
  kind: "file",
  title: "Sign-in report",
  date: "2026-10-01",
  criteria: [
    { criterion: ONE, verdict: "supports", coverage: 0.9 },
    { criterion: TWO, verdict: "contradicts" },
  ],
};
const HOST = "127.0.0.1:3000";

let database: TestDatabase;
let owner: Actor;
let viewer: Actor;
let stranger: Actor;
let slug: string;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "filing", "owner");
  viewer = await makeActor(database, "filing", "viewer");
  stranger = await makeActor(database, "elsewhere", "owner");
  const round = { name: "Round", scope: "Group", profile: {}, sizes: {} };
  slug = (await withOrganization(owner, (db) => createAssessment(db, owner, round, () => {}))).slug;
  await withOrganization(stranger, (db) => createAssessment(db, stranger, round, () => {}));
});
afterAll(() => database.drop());

async function request(actor: Actor, method: string, body?: BodyInit, headers: Record<string, string> = {}) {
  const sid = await beginSession(actor.userId, "password", { address: "127.0.0.1", agent: "test" });
  const token = await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? "", maxAge: 3600 });
  return new NextRequest(`http://${HOST}/`, {
    method,
    headers: { cookie: `plumbline.session=${token}`, host: HOST, origin: `http://${HOST}`, ...headers },
    ...(body === undefined ? {} : { body, duplex: "half" }),
  });
}

const where = (actor: Actor, evidence = "") => ({
  params: Promise.resolve({ organization: actor.organizationSlug, assessment: slug, evidence }),
});

function form(name: string, content: Uint8Array<ArrayBuffer>, said: object = SAID): FormData {
  const data = new FormData();
  data.set("fields", JSON.stringify(said));
  data.set("file", new File([content], name));
  return data;
}

async function upload(name: string, content: Uint8Array<ArrayBuffer>, said: object = SAID, actor = owner) {
  const response = await uploadRoute.POST(await request(actor, "POST", form(name, content, said)), where(actor));
  const answer = await response.json();
  return { status: response.status, answer, id: String(answer[0]?.id) };
}

const get = async (route: { GET: typeof fileRoute.GET }, id: string, actor = owner) =>
  route.GET(await request(actor, "GET"), where(actor, id));
const remove = async (id: string) => pieceRoute.DELETE(await request(owner, "DELETE"), where(owner, id));
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const text = (value: string) => new Uint8Array(Buffer.from(value));

async function rows(): Promise<Record<string, number>> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows: counted } = await client.query(
      "SELECT (SELECT count(*) FROM evidence)::int AS pieces, (SELECT count(*) FROM evidence_criteria)::int AS criteria, (SELECT count(*) FROM evidence_files)::int AS files, (SELECT count(*) FROM evidence_contents)::int AS contents",
    );
    return counted[0];
  });
}

describe("a file of evidence", () => {
  it("is kept byte for byte, given out as a download only, and goes with its piece", async () => {
    const content = new Uint8Array(Buffer.alloc(2_500_000, "0123456789\n"));
    const before = await rows();
    const { status, answer, id } = await upload("../Bericht 🔐 \u202egnp.csv", content);
    expect(status).toBe(200);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const file = { name: "Bericht 🔐 gnp.csv", mediaType: "text/csv", size: 2_500_000, sha256 };
    expect(answer).toMatchObject([
      { criterion: TWO, verdict: "contradicts", accepted: false, file },
      { criterion: ONE, coverage: 0.9, accepted: false, file },
    ]);
    const download = await get(fileRoute, id);
    expect(download.headers.get("content-type")).toBe("text/csv");
    expect(download.headers.get("content-disposition")).toMatch(
      /^attachment; filename="Bericht __ gnp.csv"; filename\*=UTF-8''Bericht%20%F0/,
    );
    expect((await bytesOf(download)).equals(content)).toBe(true);
    const preview = await get(previewRoute, id);
    expect(preview.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect((await preview.text()).split("\n")).toHaveLength(40);
    expect((await remove(id)).status).toBe(204);
    expect(await rows()).toEqual(before);
    expect((await get(fileRoute, id)).status).toBe(404);
  });

  it("is previewed as a picture drawn anew, without what the file carries along", async () => {
    const tagged = await sharp({ create: { width: 2400, height: 600, channels: 3, background: "#1f4e79" } })
      .jpeg()
      .withExif({ IFD0: { Copyright: "secret place" } })
      .toBuffer();
    const { id } = await upload("photo.exe", new Uint8Array(tagged));
    const preview = await get(previewRoute, id);
    expect(preview.headers.get("content-type")).toBe("image/png");
    const drawn = await bytesOf(preview);
    expect(drawn.includes("secret place")).toBe(false);
    expect(await sharp(drawn).metadata()).toMatchObject({ format: "png", width: 1200, height: 300 });
    const download = await get(fileRoute, id);
    expect(download.headers.get("content-disposition")).toContain('filename="photo.exe.jpg"');
    await remove(id);
  });

  it("isn't there for another organization, and not for who may see results alone", async () => {
    const { id } = await upload("a.txt", text("seen"));
    for (const route of [fileRoute, previewRoute]) {
      expect((await get(route, id, stranger)).status).toBe(404);
      expect((await get(route, id, viewer)).status).toBe(403);
    }
    expect((await upload("b.txt", text("b"), SAID, viewer)).status).toBe(403);
    await remove(id);
  });

  it.each([
    ["empty.png", text(""), /empty/],
    ["setup.png", text("MZ\u0000\u0000"), /program/],
    ["drawing.svg", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /SVG/],
    ["broken.png", new Uint8Array(Buffer.from("89504e470d0a1a0a00000000", "hex")), /can’t be read/],
    [
      "bomb.docx",
      new Uint8Array(
        makeZip([{ name: "[Content_Types].xml" }, { name: "word/document.xml", declared: 4_000_000_000 }]),
      ),
      /500 MB/,
    ],
    ["large.txt", new Uint8Array(Buffer.alloc(MAX_FILE_BYTES + 1, "a")), /larger than 20 MB/],
  ])("is refused where it is %s, and leaves nothing", async (name, content, reason) => {
    const before = await rows();
    const { status, answer } = await upload(name, content);
    expect(status).toBe(422);
    expect(answer.title).toMatch(reason);
    expect(answer.fields).toEqual([{ path: "file", message: expect.stringMatching(reason) }]);
    expect(await rows()).toEqual(before);
  });

  it("may have 20 MB and no byte more, also where the sender doesn't say how much it is", async () => {
    const { status, id } = await upload("full.txt", new Uint8Array(Buffer.alloc(MAX_FILE_BYTES, "a")));
    expect(status).toBe(200);
    await remove(id);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const type = { "content-type": "multipart/form-data; boundary=x" };
    const response = await uploadRoute.POST(await request(owner, "POST", endless, type), where(owner));
    expect(response.status).toBe(422);
    expect(sent).toBeLessThan(25_000_000);
  });

  it("leaves nothing when the sender goes away in the middle", async () => {
    const before = await rows();
    const whole = new Response(form("a.txt", text("0123456789".repeat(10_000))));
    const type = { "content-type": whole.headers.get("content-type") ?? "" };
    const content = new Uint8Array(await whole.arrayBuffer());
    const cut = new ReadableStream({
      start: (controller) => controller.enqueue(content.slice(0, 60_000)),
      pull: (controller) => controller.error(new Error("aborted")),
    });
    const response = await uploadRoute.POST(await request(owner, "POST", cut, type), where(owner));
    expect(response.ok).toBe(false);
    const half = await uploadRoute.POST(await request(owner, "POST", content.slice(0, 60_000), type), where(owner));
    expect(half.status).toBe(422);
    expect(await rows()).toEqual(before);
  });

  it("fits in what the organization's files may take", async () => {
    process.env.EVIDENCE_QUOTA_MB = "1";
    try {
      const first = await upload("a.txt", new Uint8Array(Buffer.alloc(600_000, "a")));
      expect(first.status).toBe(200);
      const second = await upload("b.txt", new Uint8Array(Buffer.alloc(600_000, "b")));
      expect(second.answer.title).toMatch(/take 1 of 1 MB/);
      await remove(first.id);
    } finally {
      delete process.env.EVIDENCE_QUOTA_MB;
    }
  });
});

describe("with an S3-compatible store", () => {
  const settings = ["ENDPOINT", "BUCKET", "REGION", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"];
  let s3: Awaited<ReturnType<typeof startS3>>;

  beforeAll(async () => {
    s3 = await startS3();
    const values = [s3.endpoint, "evidence", S3_KEYS.region, S3_KEYS.id, S3_KEYS.secret];
    settings.forEach((name, index) => {
      process.env[`EVIDENCE_S3_${name}`] = values[index];
    });
  });
  afterEach(() => s3.fail(false));
  afterAll(async () => {
    for (const name of settings) delete process.env[`EVIDENCE_S3_${name}`];
    await s3.stop();
  });

  it("keeps the bytes there under a signed request, and removes them with their piece", async () => {
    const { status, id } = await upload("a.txt", text("kept elsewhere"));
    expect(status).toBe(200);
    expect([...s3.objects]).toEqual([[`/evidence/${owner.organizationId}/${id}`, Buffer.from("kept elsewhere")]]);
    expect((await bytesOf(await get(fileRoute, id))).toString()).toBe("kept elsewhere");
    await remove(id);
    expect(s3.objects.size).toBe(0);
  });

  it("takes nothing that is signed with another key", async () => {
    const before = await rows();
    process.env.EVIDENCE_S3_SECRET_ACCESS_KEY = "another";
    try {
      expect((await upload("a.txt", text("a"))).status).toBe(503);
    } finally {
      process.env.EVIDENCE_S3_SECRET_ACCESS_KEY = S3_KEYS.secret;
    }
    expect(await rows()).toEqual(before);
    expect(s3.objects.size).toBe(0);
  });

  it("leaves nothing half done where the store fails, and removes later what it couldn't", async () => {
    const before = await rows();
    s3.fail(true);
    expect((await upload("a.txt", text("a"))).status).toBe(503);
    expect(await rows()).toEqual(before);
    s3.fail(false);
    const { id } = await upload("a.txt", text("a"));
    const { id: next } = await upload("b.txt", text("b"));
    s3.fail(true);
    expect((await get(fileRoute, id)).status).toBe(503);
    expect((await remove(id)).status).toBe(204);
    s3.fail(false);
    expect(s3.objects.size).toBe(2);
    await remove(next);
    expect(s3.objects.size).toBe(0);
  });

  it("removes by itself what the store once failed to", async () => {
    const { id } = await upload("a.txt", text("a"));
    s3.fail(true);
    await remove(id);
    s3.fail(false);
    expect(s3.objects.size).toBe(1);
    const end = keepTidy();
    await expect.poll(() => s3.objects.size).toBe(0);
    end();
  });

  it("removes every file of an organization that is deleted", async () => {
    const leaving = await makeActor(database, "leaving", "owner");
    await withOrganization(leaving, (db) =>
      createAssessment(db, leaving, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
    );
    const { rows: files } = await withClient(database.ownerUrl, (client) =>
      client.query<{ key: string }>(
        `WITH piece AS (
           INSERT INTO evidence (organization_id, assessment_id, kind, title, date, added_by)
           SELECT a.organization_id, a.id, 'file', 'a.txt', '2026-10-01', $2 FROM assessments a, generate_series(1, 120)
            WHERE a.organization_id = $1 RETURNING organization_id, id)
         INSERT INTO evidence_files (organization_id, evidence_id, name, media_type, size, sha256, storage)
         SELECT organization_id, id, 'a.txt', 'text/plain', 1, repeat('0', 64), 's3' FROM piece RETURNING organization_id || '/' || evidence_id AS key`,
        [leaving.organizationId, leaving.userId],
      ),
    );
    for (const { key } of files) s3.objects.set(`/evidence/${key}`, Buffer.from("a"));
    const body = JSON.stringify({ confirm: leaving.organizationSlug });
    const asked = await request(leaving, "DELETE", body, { "content-type": "application/json" });
    const response = await organizationRoute.DELETE(asked, where(leaving));
    expect([files.length, response.status, s3.objects.size]).toEqual([120, 200, 0]);
  });
});

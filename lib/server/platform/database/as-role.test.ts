import pg from "pg";
import { describe, expect, it } from "vitest";
import { asRole } from "./as-role";

describe("the address of a database for another role", () => {
  it.each([
    ["postgresql://owner:secret@db.example.org:5433/plumbline", "db.example.org", 5433],
    ["postgres://owner@db.example.org/plumbline", "db.example.org", 5432],
    ["postgresql://db.example.org/plumbline?user=owner&password=secret", "db.example.org", 5432],
    ["postgresql:///plumbline?host=/run/postgresql", "/run/postgresql", 5432],
    ["postgresql:///plumbline?host=/run/postgresql&port=5433", "/run/postgresql", 5433],
    ["postgresql://owner:secret@/plumbline?host=/run/postgresql", "/run/postgresql", 5432],
    ["postgresql://owner:secret@%2Frun%2Fpostgresql/plumbline", "/run/postgresql", 5432],
  ])("is %s with that role alone", (url, host, port) => {
    const client = new pg.Client({ connectionString: asRole(url, "app", "p/w?&@:") });
    expect(client).toMatchObject({ user: "app", password: "p/w?&@:", host, port, database: "plumbline" });
  });

  it("keeps what else the address says", () => {
    const url = asRole("postgresql://owner@db.example.org/plumbline?sslmode=verify-full", "app", "word");
    expect(url).toBe("postgresql://app:word@db.example.org/plumbline?sslmode=verify-full");
  });
});

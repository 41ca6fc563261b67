import { describe, expect, it } from "vitest";
import { composeMail, type MailLine } from "./compose-mail";

const line = (more: Partial<MailLine> = {}): MailLine => ({
  kind: "assigned",
  by: "Mara Lind",
  where: "Sign-in strength",
  assessment: "2026 round",
  organization: "Northwind Mutual (sample)",
  due: "4 Dec 2026",
  link: "https://plumbline.example.org/n/assessments/a/walk/identity/sign-in-strength",
  ...more,
});

describe("a mail of notices", () => {
  it("says of one thing everything in the subject, and where to go", () => {
    const mail = composeMail("Theo", [line()], "https://plumbline.example.org/account");
    expect(mail.subject).toBe("Mara Lind asks you to answer Sign-in strength, due 4 Dec 2026");
    expect(mail.text).toContain(`- ${mail.subject}\n  ${line().link}`);
    expect(mail.text).toContain("https://plumbline.example.org/account");
  });

  it("gathers many by assessment", () => {
    const lines = [
      line(),
      line({ assessment: "Branch", kind: "mention", where: "Guests" }),
      line({ where: "Entitlements" }),
      line({ kind: "due-soon", by: null }),
      line({ kind: "evidence-expiring", by: null }),
    ];
    const { subject, text } = composeMail("Theo", lines, "s");
    expect(subject).toBe("5 notices in Plumbline");
    expect(text.match(/Northwind Mutual \(sample\) · /g)).toHaveLength(2);
    expect(text.indexOf("Entitlements")).toBeLessThan(text.indexOf("Branch"));
    expect(text).toContain("Sign-in strength is due 4 Dec 2026");
  });

  it("keeps a name with a line break from becoming a header", () => {
    const { subject } = composeMail("Theo", [line({ by: "Mara\r\nBcc: all@example.org" })], "s");
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

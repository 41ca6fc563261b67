import { randomBytes } from "node:crypto";
import { z } from "zod";

export const organizationName = z.string().trim().min(2, "Enter the organization's name.").max(100);

/** First parts of addresses that are pages of ours, so that no organization can take them. */
const RESERVED = new Set([
  "home",
  "clients",
  "sign-in",
  "setup",
  "invitation",
  "api",
  "account",
  "quick-check",
  "verify",
  "metrics",
  "_next",
  "fonts",
  "schemas",
  "icon",
]);

/** A readable part of an address from a name: lower-case words joined by hyphens. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return slug.length < 2 || RESERVED.has(slug) ? `organization-${slug}`.replace(/-+$/, "") : slug;
}

/** The same with a random tail, so that it says nothing of whether another organization has the name. */
export function newSlug(name: string): string {
  return `${slugOf(name)}-${randomBytes(3).toString("hex")}`;
}

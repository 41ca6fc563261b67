import { z } from "zod";
import { CLOUD_PROVIDERS, type Listed, REGULATED_DATA } from "./organization-lists";

const count = z
  .number("Enter a whole number, such as 1200.")
  .int("Enter a whole number, such as 1200.")
  .min(1, "Enter 1 or more, or leave it empty.")
  .max(10_000_000, "At most 10,000,000 are counted.");

const someOf = <T extends string>(list: readonly (Listed & Readonly<{ id: T }>)[]) =>
  z
    .array(z.enum(list.map(({ id }) => id)))
    .max(list.length)
    .refine((ids) => new Set(ids).size === ids.length, "names something twice")
    .meta({ uniqueItems: true });

/** What is known of an organization beside the facts that conditions name, by the key that it has in files and in the database. */
export const organizationShape = {
  people: count.describe("Who work for it and sign in, contractors included"),
  devices: count.describe("Laptops, desktops and phones"),
  applications: count,
  servers: count.describe("Physical and virtual, anywhere"),
  industry: z.string().trim().min(1).max(80),
  "cloud-providers": someOf(CLOUD_PROVIDERS).describe("Whose clouds run its workloads; empty: none"),
  "remote-share": z
    .number("Enter a share, such as 40 %.")
    .min(0, "Enter a share from 0 to 100 %.")
    .max(1, "Enter a share from 0 to 100 %.")
    .describe("Share of the people who work away from its offices on a usual day, 0 to 1"),
  "regulated-data": someOf(REGULATED_DATA).describe("Kinds of data under a law or a contract; empty: none"),
} as const;

const partial = z.object(organizationShape).partial();

/** Size, industry, clouds, remote work and regulated data. An absent key is not known yet. */
export type OrganizationData = Readonly<z.output<typeof partial>>;
export type OrganizationKey = keyof typeof organizationShape;

/** Reads organization data out of an object that may hold other keys too, such as the profile of a file. */
export const organizationDataSchema = partial;

export const ORGANIZATION_KEYS = Object.keys(organizationShape) as readonly OrganizationKey[]; // keys of a literal

/** Whether a key names organization data. */
export function isOrganizationKey(key: string): key is OrganizationKey {
  return Object.hasOwn(organizationShape, key);
}

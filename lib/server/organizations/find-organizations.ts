import { z } from "zod";
import { callFunction } from "../platform/database/client";
import type { Belonging } from "./organizations-of";

export const findOrganizationsQuery = z.strictObject({ words: z.string().max(200) });

/** The first of a person's organizations, samples last, and whether there are more. */
export type FoundOrganizations = Readonly<{ organizations: readonly Belonging[]; more: boolean }>;

/** As many as a list to choose from can hold. */
const MOST = 50;

/**
 * Of the organizations that a person is a live member of, those whose names have all words; case and accents don't matter.
 * @param words with spaces between; "" for all
 * @param most how many, 50 unless given
 */
export async function findOrganizations(userId: string, words: string, most = MOST): Promise<FoundOrganizations> {
  const wanted = words.split(/\s+/).filter(Boolean);
  const found = await callFunction<Belonging>`
    SELECT * FROM find_organizations(${userId}::uuid, ${wanted}::text[], ${most + 1}::int)`;
  return { organizations: found.slice(0, most), more: found.length > most };
}

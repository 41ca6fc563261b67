import type { PaletteEntry } from "./palette-store";

/** An organization's name, and its part of the address. */
export type NamedOrganization = Readonly<{ slug: string; name: string }>;

/** An organization as something to go to. */
export function organizationEntry({ slug, name }: NamedOrganization): PaletteEntry & Readonly<{ href: string }> {
  return { id: `organization ${slug}`, name, where: "Organization", href: `/${slug}` };
}

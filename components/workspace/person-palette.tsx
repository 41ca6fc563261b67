import { type NamedOrganization, organizationEntry } from "@/components/palette/organization-entry";
import { Palette } from "@/components/palette/palette";

type Props = Readonly<{
  organizations: readonly NamedOrganization[];
  /** There are others, to be asked for by name. */
  more: boolean;
}>;

/** The command palette on pages that belong to a person and to no organization. */
export function PersonPalette({ organizations, more }: Props) {
  const pages = [
    { id: "home", name: "All organizations", where: "Page · you", href: "/clients" },
    { id: "account", name: "Account and sessions", where: "Page · you", href: "/account" },
    ...organizations.map(organizationEntry),
  ];
  return <Palette pages={pages} organization={null} assessment={null} moreOrganizations={more} />;
}

import { Palette } from "@/components/palette/palette";

type Props = Readonly<{
  organizations: readonly Readonly<{ slug: string; name: string }>[];
  /** There are others, to be asked for by name. */
  more: boolean;
}>;

/** The command palette on pages that belong to a person and to no organization. */
export function PersonPalette({ organizations, more }: Props) {
  const pages = [
    { id: "home", name: "All organizations", where: "Page · you", href: "/clients" },
    { id: "account", name: "Account and sessions", where: "Page · you", href: "/account" },
    ...organizations.map(({ slug, name }) => ({ id: slug, name, where: "Organization", href: `/${slug}` })),
  ];
  return <Palette pages={pages} organization={null} assessment={null} moreOrganizations={more} />;
}

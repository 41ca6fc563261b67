import type { ReactNode } from "react";
import { KeepsNothing } from "@/components/device/keeps-nothing";
import { KeptNoticeLater } from "@/components/device/kept-notice-later";
import { Palette } from "@/components/palette/palette";
import type { PalettePage } from "@/components/palette/palette-store";
import { FontPreloads } from "@/components/shell/font-preloads";
import type { NavItem } from "@/components/shell/nav-list";
import { WorkspaceShell } from "@/components/shell/workspace-shell";
import type { Keeping } from "@/lib/core/device/keeping";
import { UserMenu } from "./user-menu";

type Props = Readonly<{
  organization: Readonly<{ slug: string; name: string; sample: boolean }>;
  person: Readonly<{ id: string; name: string; email: string; role: string }>;
  /** Null on pages of the organization itself. */
  assessment: Readonly<{ slug: string; name: string; scope: string; completeness: string }> | null;
  /** How many notices the person hasn't read. */
  unread: number;
  keeping: Keeping;
  rights: Readonly<{ audit: boolean; reports: boolean; interviews: boolean }>;
  children: ReactNode;
}>;

/** The shell filled in: which pages there are for this person here. */
export function WorkspaceFrame({ organization, person, assessment, unread, keeping, rights, children }: Props) {
  const home = `/${organization.slug}`;
  const items: readonly NavItem[] = [
    { href: home, label: "Home", icon: "home", exact: true },
    ...(assessment ? assessmentItems(home, assessment, rights) : []),
  ];
  const end: readonly NavItem[] = [
    { href: `${home}/questionnaires`, label: "Questionnaires", icon: "copy" },
    { href: `${home}/people`, label: "People", icon: "people" },
    ...(rights.audit ? [{ href: `${home}/audit`, label: "Audit log", icon: "audit" } as const] : []),
    { href: `${home}/settings`, label: "Settings", icon: "settings" },
  ];
  const pages = [
    ...items.map(({ href, label }) =>
      page(href, label, assessment && href !== home ? assessment.name : organization.name),
    ),
    ...end.map(({ href, label }) => page(href, label, organization.name)),
    page("/clients", "All organizations", "You"),
    page("/account", "Account and sessions", "You"),
  ];
  return (
    <WorkspaceShell
      product="Plumbline"
      homeHref={home}
      organization={{
        name: organization.name,
        detail: [
          organization.sample && "sample organization",
          assessment ? `${assessment.scope}, ${assessment.name}` : "organization",
        ]
          .filter(Boolean)
          .join(" · "),
        href: home,
      }}
      items={items}
      end={end}
      palette={
        <Palette
          pages={pages}
          organization={organization.slug}
          assessment={assessment?.slug ?? null}
          moreOrganizations={false}
        />
      }
      bell={{
        href: `${home}/notices`,
        label: "Notices",
        address: `/api/organizations/${organization.slug}/notices`,
        unread,
      }}
      railOn="/walk"
      userMenu={<UserMenu {...person} />}
      words={{ navigation: "Main", openNavigation: "Open navigation", close: "Close", skip: "Skip to content" }}
    >
      <FontPreloads />
      <KeepsNothing keeping={keeping} of={organization.slug} />
      <KeptNoticeLater person={person.id} />
      {children}
    </WorkspaceShell>
  );
}

function page(href: string, name: string, where: string): PalettePage {
  return { id: href, name, where: `Page · ${where}`, href };
}

function assessmentItems(
  home: string,
  assessment: NonNullable<Props["assessment"]>,
  rights: Props["rights"],
): readonly NavItem[] {
  const base = `${home}/assessments/${assessment.slug}`;
  return [
    { href: `${base}/walk`, label: "Assessment", icon: "assessment", count: assessment.completeness },
    { href: `${base}/review`, label: "Review", icon: "check" },
    { href: `${base}/dashboard`, label: "Dashboard", icon: "dashboard" },
    { href: `${base}/evidence`, label: "Evidence", icon: "evidence" },
    { href: `${base}/models`, label: "Models", icon: "models" },
    { href: `${base}/roadmap`, label: "Roadmap", icon: "roadmap" },
    { href: `${base}/exceptions`, label: "Exceptions", icon: "flag" },
    ...(rights.reports ? [{ href: `${base}/reports`, label: "Reports", icon: "reports" } as const] : []),
    ...(rights.interviews ? [{ href: `${base}/interviews`, label: "Interviews", icon: "comment" } as const] : []),
    { href: `${base}/blind`, label: "Blind rounds", icon: "eye-off" },
    { href: `${base}/settings`, label: "Scope and data", icon: "edit" },
  ];
}

import type { Metadata } from "next";
import { readTheme } from "@/app/theme";
import { DeleteOrganization } from "@/components/organization/delete-organization";
import { OrganizationSettings } from "@/components/organization/organization-settings";
import { Card } from "@/components/ui/card";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { roleName } from "@/lib/core/words/roles";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { MAX_LOGO_BYTES } from "@/lib/server/organizations/logo-limits";
import { readOrganization } from "@/lib/server/organizations/read-organization";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const page = await readPage(organization, "results.read", readOrganization);
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const { holds, ...settings } = data;
  const api = `/api/organizations/${organization}`;
  return (
    <OrganizationSettings
      api={api}
      provenance={`${data.name} · you are ${roleName(actor.role).toLowerCase()} here`}
      {...settings}
      maxLogoBytes={MAX_LOGO_BYTES}
      locked={can(actor, "organization.edit") ? null : "Your role can read this. Owners and administrators change it."}
    >
      <Card title="Appearance" subtitle="On this device, for you alone.">
        <ThemeSwitch
          label="Theme"
          initial={await readTheme()}
          words={{ system: "As the device", light: "Light", dark: "Dark" }}
        />
      </Card>
      {can(actor, "organization.delete") && (
        <Card title="Delete the organization" subtitle="With everything that belongs to it.">
          <DeleteOrganization api={api} slug={organization} name={data.name} holds={holds} />
        </Card>
      )}
    </OrganizationSettings>
  );
}

import type { Metadata } from "next";
import { readTheme } from "@/app/theme";
import { MailForm } from "@/components/account/mail-form";
import { NameForm } from "@/components/account/name-form";
import { PasswordForm } from "@/components/account/password-form";
import { SessionList } from "@/components/account/session-list";
import { PersonFrame } from "@/components/shell/person-frame";
import { Card } from "@/components/ui/card";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { PersonPalette } from "@/components/workspace/person-palette";
import { UserMenu } from "@/components/workspace/user-menu";
import { personPage } from "@/lib/server/access/door/read-page";
import { findOrganizations } from "@/lib/server/organizations/find-organizations";
import { readMailNotices } from "@/lib/server/people/mail-notices";
import { readOwnSessions } from "@/lib/server/people/read-account";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const session = await personPage();
  const { name, email, userId: id } = session;
  const person = { id, name, email, role: "" };
  return (
    <PersonFrame
      product="Plumbline"
      homeHref="/clients"
      userMenu={<UserMenu {...person} />}
      words={{ skip: "Skip to content" }}
    >
      <PersonPalette {...(await findOrganizations(session.userId, ""))} />
      <h1 className="text-2xl font-semibold">Account</h1>
      <Card title="You">
        <NameForm name={name} email={email} />
      </Card>
      <Card title="Notices" subtitle="Mentions, what is asked of you, what is due.">
        <MailForm mailNotices={await readMailNotices(session)} />
      </Card>
      <Card title="Password" subtitle="Changing it ends all your other sessions.">
        <PasswordForm email={email} />
      </Card>
      <Card
        title="Sessions"
        subtitle="Where you are signed in. What you don't know, sign out, and change your password. Times are UTC."
      >
        <SessionList person={id} sessions={await readOwnSessions(session)} />
      </Card>
      <Card title="Appearance" subtitle="On this device.">
        <ThemeSwitch
          label="Theme"
          initial={await readTheme()}
          words={{ system: "As the device", light: "Light", dark: "Dark" }}
        />
      </Card>
    </PersonFrame>
  );
}

import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";

/** Says that the snapshot named in the address isn't there, and what is compared with instead. */
export function AgainstNotice({ compared, links }: Readonly<{ compared: boolean; links: DashboardLinks }>) {
  return (
    <Notice
      tone="warning"
      title="There is no such snapshot to compare with"
      action={
        <ButtonLink href={links.dashboard({ against: undefined })} size="small">
          Show without it
        </ButtonLink>
      }
    >
      The address names a snapshot that this assessment doesn’t have up to this day.{" "}
      {compared ? "What is shown is compared with the last one." : "Nothing is compared."} Choose another under
      “Compared with”.
    </Notice>
  );
}

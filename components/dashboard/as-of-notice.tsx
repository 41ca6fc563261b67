import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import { formatDay } from "@/lib/core/words/format";

type Props = Readonly<{ asked: string; day: string | undefined; links: DashboardLinks }>;

/** Says that evidence is judged on another day, or that what was asked for isn't one. */
export function AsOfNotice({ asked, day, links }: Props) {
  const back = (
    <ButtonLink href={links.dashboard({ asOf: undefined })} size="small">
      Back to today
    </ButtonLink>
  );
  if (day === undefined) {
    return (
      <Notice tone="warning" title={`“${asked}” is not a day`} action={back}>
        Days are written YYYY-MM-DD. This is the dashboard as of today.
      </Notice>
    );
  }
  return (
    <Notice title={`Evidence as it counts on ${formatDay(day)}`} action={back}>
      Answers are those of now; only evidence is judged on that day. Snapshots after it are left out.
    </Notice>
  );
}

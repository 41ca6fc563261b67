import type { DashboardLinks } from "../dashboard/addresses";

/** What holds an organization back is worded by the dashboard, whose addresses a document doesn't have. */
export const NO_LINKS: Readonly<{ links: DashboardLinks }> = {
  links: {
    dashboard: () => "",
    explain: () => "",
    dates: () => "",
    present: "",
    walk: () => "",
    reports: "",
    settings: "",
  },
};

import type { OrganizationData, OrganizationKey } from "../content/organization-data";
import { CLOUD_PROVIDERS, type Listed, REGULATED_DATA } from "../content/organization-lists";
import { formatCount, formatNames, formatPercent } from "./format";

const TITLES: Readonly<Record<OrganizationKey, string>> = {
  people: "People",
  devices: "Devices",
  applications: "Applications",
  servers: "Servers",
  industry: "Industry",
  "cloud-providers": "Cloud providers",
  "remote-share": "Remote share",
  "regulated-data": "Regulated data",
};

/** What a piece of organization data is called: "Remote share". */
export function organizationTitle(key: OrganizationKey): string {
  return TITLES[key];
}

/** A piece of organization data in words: "1,200", "40 %", "Amazon Web Services and Google Cloud"; "none" for an empty list, "not known yet" where absent. */
export function organizationWords(key: OrganizationKey, data: OrganizationData): string {
  const value = data[key];
  if (value === undefined) return "not known yet";
  if (typeof value === "string") return value;
  if (typeof value === "number") return key === "remote-share" ? formatPercent(value) : formatCount(value);
  const list: readonly Listed[] = key === "cloud-providers" ? CLOUD_PROVIDERS : REGULATED_DATA;
  const titles = list.filter(({ id }) => value.some((given) => given === id)).map(({ title }) => title);
  return titles.length === 0 ? "none" : formatNames(titles);
}

import { useEffect, useState } from "react";
import { send } from "@/components/forms/send";
import { type NamedOrganization, organizationEntry } from "./organization-entry";
import type { PaletteEntry } from "./palette-store";

/** How long nothing is typed before it is asked for, in ms. */
const PAUSE_MS = 150;

/**
 * Organizations by words of their names, asked of the server.
 * @param query null where everything that can be found is there already
 */
export function useFoundOrganizations(query: string | null): readonly PaletteEntry[] {
  const [found, setFound] = useState<readonly NamedOrganization[]>([]);
  const words = query?.trim() ?? "";
  useEffect(() => {
    if (words === "") return undefined;
    let gone = false;
    const timer = setTimeout(async () => {
      const path = `/api/account/organizations?words=${encodeURIComponent(words)}`;
      const sent = await send<{ organizations: readonly NamedOrganization[] }>(path, undefined, "GET");
      if (!gone && sent.ok) setFound(sent.data.organizations);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [words]);
  return words === "" ? [] : found.map(organizationEntry);
}

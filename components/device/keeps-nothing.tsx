import type { Keeping } from "@/lib/core/device/keeping";

/**
 * Says in the page itself, so that it is there before anything of it runs, that nothing is kept on the device.
 * @param of whose: an organization's part of the address, or a guest's account
 */
export function KeepsNothing({ keeping, of }: Readonly<{ keeping: Keeping; of: string }>) {
  return keeping === "tab" ? <span hidden data-keeps-nothing={of} /> : null;
}

/**
 * Whether this page says so of a name `kind/organization/…` or of its account.
 * @param place what is to be kept; without a name, of anything
 */
export function keepsNothing({ account, name }: Readonly<{ account: string; name?: string }>): boolean {
  const of = document.querySelector<HTMLElement>("[data-keeps-nothing]")?.dataset.keepsNothing;
  if (of === undefined) return false;
  return name === undefined || of === account || of === name.split("/")[1];
}

/** Where what isn't sent yet waits: on the device, or in the open tab alone where the organization lets nothing be kept. */
export type Keeping = "device" | "tab";

/** "Kept on this device", "Kept only while this tab is open". */
export function keptWords(keeping: Keeping): string {
  return keeping === "device" ? "Kept on this device" : "Kept only while this tab is open";
}

/** The same within a sentence. */
export function keptWithin(keeping: Keeping): string {
  return keptWords(keeping).toLowerCase();
}

import { claimTab } from "@/components/device/claim-tab";
import { openVault, type Vault } from "@/components/device/vault";
import { type KeptSaying, readKept } from "@/lib/core/said/saying";

type Keeper = Readonly<{
  /** Keeps what there is to keep now. */
  write: () => void;
  /** Whether something is still being written. */
  busy: () => boolean;
  end: () => void;
}>;

type Page = Readonly<{
  /** What the device is to keep; null where everything is stored. */
  kept: () => KeptSaying | null;
  /** Takes in what was kept before. */
  adopt: (kept: KeptSaying) => void;
  /** Hears whether the device keeps it. */
  told: (keeps: boolean) => void;
}>;

/**
 * Keeps what somebody said, and is typing, on this device until the server has it: sealed, each tab under its own name. What a closed
 * tab left is taken over.
 * @param place whose it is, and the name that the tabs' names begin with
 */
export function keepSaid({ account, name }: Readonly<{ account: string; name: string }>, page: Page): Keeper {
  const lockOf = (kept: string) => `plumbline.kept/${account}/${kept}`;
  const ended = new AbortController();
  let place: Readonly<{ vault: Vault; name: string }> | null = null;

  const write = async (): Promise<void> => {
    if (!place) return;
    const kept = page.kept();
    page.told(await place.vault.write(place.name, kept ? JSON.stringify(kept) : ""));
  };
  const adopt = async (vault: Vault, from: string) => {
    const found = await vault.read(from);
    const kept = found && readKept(found.text);
    if (kept && !ended.signal.aborted) page.adopt(kept);
  };

  const begin = async () => {
    const vault = await openVault(account);
    if (!vault) return page.told(false);
    const own = `${name}/${await claimTab(lockOf(`${name}/`), ended.signal)}`;
    if (ended.signal.aborted) return;
    await adopt(vault, own);
    place = { vault, name: own };
    await write();
    for (const { name: other } of vault.list()) {
      if (other === own || (other !== name && !other.startsWith(`${name}/`))) continue;
      await navigator.locks.request(lockOf(other), { ifAvailable: true }, async (lock) => {
        if (!lock || ended.signal.aborted) return;
        await adopt(vault, other);
        // Here it is kept before it goes there.
        await write();
        await vault.write(other, "");
      });
    }
  };
  void begin();

  return { write: () => void write(), busy: () => place?.vault.busy() ?? false, end: () => ended.abort() };
}

import type { KeptName } from "@/lib/core/device/kept-places";
import { isOver } from "@/lib/core/device/kept-term";
import { deviceKey, forgetDeviceKey } from "./device-key";
import { keepsNothing } from "./keeps-nothing";
import { seal, sealedAt, type Unsealed, unseal } from "./sealing";

/** What one account keeps on this device, sealed with the account's key. Names begin with `kind/organization/assessment/`. */
export type Vault = Readonly<{
  read: (name: string) => Promise<Unsealed | null>;
  /** Keeps the newest text; "" removes it. False where there is no room, the vault was cleared, or nothing may be kept. */
  write: (name: string, text: string) => Promise<boolean>;
  /** What is kept now, by any tab. */
  list: () => readonly KeptName[];
  /** Whether something is still being written. */
  busy: () => boolean;
}>;

const PREFIX = "plumbline.kept/";
const opened = new Map<string, Promise<Vault | null>>();
const cleared = new Set<string>();
/** Tells the other tabs which account was cleared. */
const CHANNEL = "plumbline.kept";

/**
 * Opens what an account keeps on this device; what is past its term goes first, whosever it is. Of an organization that lets nothing be kept,
 * what was kept goes from the device, and is handed to whoever reads it as long as this page is open.
 * @param account a person's id, or a guest's name
 * @returns null where the device keeps nothing, such as with storage switched off
 */
export function openVault(account: string): Promise<Vault | null> {
  const known = opened.get(account);
  if (known) return known;
  const opening = open(account).catch(() => null);
  opened.set(account, opening);
  return opening;
}

/** Removes everything that an account keeps here, and its key. */
export async function clearVault(account: string): Promise<void> {
  cleared.add(account);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(account);
  channel.close();
  await forgetDeviceKey(account).catch(() => undefined);
  for (const key of storedKeys(prefixOf(account))) localStorage.removeItem(key);
}

/** What an account keeps here; needs no key. */
export function keptNames(account: string): readonly KeptName[] {
  const prefix = prefixOf(account);
  return storedKeys(prefix).map((key) => ({
    name: key.slice(prefix.length),
    at: sealedAt(localStorage.getItem(key) ?? "") ?? 0,
  }));
}

function prefixOf(account: string): string {
  return `${PREFIX}${account}/`;
}

async function open(account: string): Promise<Vault> {
  for (const stored of storedKeys(PREFIX)) {
    if (isOver(sealedAt(localStorage.getItem(stored) ?? "") ?? 0, Date.now())) localStorage.removeItem(stored);
  }
  const prefix = prefixOf(account);
  const handed = new Map<string, string>();
  /** Takes what may not be kept from the device, somebody else's for good. */
  const takeOver = () => {
    for (const stored of storedKeys(PREFIX)) {
      const [of = "", ...name] = stored.slice(PREFIX.length).split("/");
      if (!keepsNothing({ account: of, name: name.join("/") })) continue;
      if (of === account) handed.set(stored, localStorage.getItem(stored) ?? "");
      localStorage.removeItem(stored);
    }
  };
  takeOver();
  let held: Promise<CryptoKey> | null = null;
  const key = () => {
    held ??= deviceKey(account);
    return held;
  };
  // Not even a key is made where it would have nothing to seal.
  if (!keepsNothing({ account }) || handed.size > 0) await key();
  // Signed out in another tab: nothing more is kept by this one either, and it shows what a signed-out person sees.
  new BroadcastChannel(CHANNEL).onmessage = ({ data }) => {
    if (data !== account || cleared.has(account)) return;
    cleared.add(account);
    held = null;
    window.location.reload();
  };
  const next = new Map<string, string>();
  const running = new Map<string, Promise<boolean>>();

  /** Writes until nothing newer has come meanwhile. */
  const run = async (name: string): Promise<boolean> => {
    let kept = true;
    for (let text = next.get(name); text !== undefined; text = next.get(name)) {
      next.delete(name);
      handed.delete(prefix + name);
      const forbidden = keepsNothing({ account, name });
      if (text === "" || forbidden) localStorage.removeItem(prefix + name);
      if (forbidden) kept = text === "";
      else if (text !== "") {
        const sealed = await seal(await key(), prefix + name, { text, at: Date.now() });
        if (!next.has(name)) kept = put(prefix + name, sealed);
      }
      if (cleared.has(account)) kept = false;
    }
    // In the same step in which nothing newer was found.
    running.delete(name);
    return kept;
  };
  const put = (at: string, sealed: string) => {
    try {
      if (!cleared.has(account)) localStorage.setItem(at, sealed);
      return true;
    } catch {
      return false;
    }
  };

  return {
    read: async (name) => {
      await running.get(name);
      takeOver();
      const sealed = handed.get(prefix + name) ?? localStorage.getItem(prefix + name);
      return sealed === null ? null : unseal(await key(), prefix + name, sealed);
    },
    write: (name, text) => {
      next.set(name, text);
      const known = running.get(name);
      if (known) return known;
      const started = run(name);
      // A removal is done by now, sealing takes a moment.
      if (text !== "" && !keepsNothing({ account, name })) running.set(name, started);
      return started;
    },
    list: () => [
      ...keptNames(account),
      ...[...handed].map(([key, sealed]) => ({ name: key.slice(prefix.length), at: sealedAt(sealed) ?? 0 })),
    ],
    busy: () => running.size > 0,
  };
}

function storedKeys(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

import type { Keeping } from "../../core/device/keeping";
import type { ScopedDb } from "../platform/database/client";

/** Where the organization lets what isn't sent yet wait. */
export async function readKeeping(db: ScopedDb, organizationId: string): Promise<Keeping> {
  const { keepOnDevice } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { keepOnDevice: true },
  });
  return keepOnDevice ? "device" : "tab";
}

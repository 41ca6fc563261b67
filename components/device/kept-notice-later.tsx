"use client";

import { lazy, Suspense, useEffect, useState } from "react";

/** Without a connection the next page says it. */
const KeptNotice = lazy(() =>
  import("./kept-notice").then(
    (module) => ({ default: module.KeptNotice }),
    () => ({ default: () => null }),
  ),
);

/** The notice of what will go from this device, fetched only where the device keeps something. */
export function KeptNoticeLater({ person }: Readonly<{ person: string }>) {
  const [keeps, setKeeps] = useState(false);
  useEffect(() => setKeeps(keepsSomething()), []);
  return keeps ? (
    <Suspense>
      <KeptNotice person={person} />
    </Suspense>
  ) : null;
}

/** Whosever it is; storage may be switched off. */
function keepsSomething(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("plumbline.kept/"));
  } catch {
    return false;
  }
}

"use client";

import { Button } from "@/components/ui/button";
import type { Failure } from "@/components/workspace/page-failed";
import "./globals.css";

/** The last resort, when even the layout failed: it stands alone, so it brings its own document. */
export default function GlobalError({ error }: Failure) {
  return (
    <html lang="en">
      <body>
        <title>Not shown · Plumbline</title>
        <main className="mx-auto grid min-h-dvh max-w-3xl content-center justify-items-start gap-3 px-4 py-10">
          <h1 className="text-question font-semibold">Plumbline could not be shown</h1>
          <p className="text-read text-ink-2">
            Something failed on our side. What was saved is kept, and nothing was changed. Load the page again; if it
            stays, tell whoever runs this server
            {error.digest ? (
              <>
                {" "}
                and quote <span className="font-mono">{error.digest}</span>
              </>
            ) : (
              ""
            )}
            .
          </p>
          <Button variant="primary" onClick={() => window.location.reload()}>
            Load again
          </Button>
        </main>
      </body>
    </html>
  );
}

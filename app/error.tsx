"use client";

import { FailedState, type Failure } from "@/components/workspace/page-failed";

export default function PageError(failure: Failure) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-3xl content-center px-4 py-10">
      <h1 className="sr-only">This page could not be shown</h1>
      <FailedState {...failure} />
    </main>
  );
}

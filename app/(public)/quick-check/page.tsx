import type { Metadata } from "next";
import { QuickCheck } from "@/components/quick-check/quick-check";
import { quickCheckContent } from "@/lib/server/content/quick-check-content";

export const metadata: Metadata = {
  title: "Quick check",
  description: "Eighteen questions, about five minutes: where an organization stands on the way to Zero Trust.",
};

export default async function QuickCheckPage() {
  return <QuickCheck data={await quickCheckContent()} />;
}

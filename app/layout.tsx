import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ToastRegion } from "@/components/ui/toast";
import "./globals.css";
import { readTheme } from "./theme";

export const metadata: Metadata = {
  title: { default: "Plumbline", template: "%s · Plumbline" },
  description: "Zero Trust maturity assessment",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readTheme();
  return (
    <html lang="en" className={theme === "system" ? undefined : theme}>
      <body>
        {children}
        <ToastRegion label="Messages" closeLabel="Dismiss" />
      </body>
    </html>
  );
}

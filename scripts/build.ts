import { buildApp } from "./build-app";

await buildApp((step) => console.log(`  ${step}`));

/** Which way imports go: app → components → lib/core, app → lib/server → lib/core. One line per rule says why. */
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-circles", "a circle can't be read top-down", {}, { circular: true }),
    rule(
      "core-knows-nobody",
      "core runs in server, worker, browser and command line alike",
      { path: "^lib/core" },
      { path: "^(app|components|lib/server|scripts|tests)", pathNot: "^tests/support" },
    ),
    rule(
      "core-touches-nothing",
      "core has no network, files or clock",
      { path: "^lib/core", pathNot: "\\.test\\.ts$" },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "core-is-not-react",
      "core is data and functions",
      { path: "^lib/core" },
      { path: "node_modules/(react|react-dom|next)/" },
    ),
    rule(
      "components-stay-in-the-browser",
      "a component that reads the server can't be told from one that leaks",
      { path: "^components" },
      { path: "^(app|lib/server|scripts)" },
    ),
    rule("server-draws-nothing", "use cases don't know pages", { path: "^lib/server" }, { path: "^(app|components)" }),
    rule(
      "charts-stand-alone",
      "a chart never needs another chart",
      { path: "^components/charts/([^/]+)/" },
      { path: "^components/charts/([^/]+)/", pathNot: "^components/charts/$1/" },
    ),
    rule(
      "content-first",
      "content is below scoring",
      { path: "^lib/core/content", pathNot: "\\.test\\.ts$" },
      { path: "^lib/core/(scoring|planning|evidence|reports|portable)" },
    ),
    rule(
      "scoring-second",
      "scoring is below planning, reports and files",
      { path: "^lib/core/scoring", pathNot: "\\.test\\.ts$" },
      { path: "^lib/core/(planning|reports|portable|evidence|dashboard|walk)" },
    ),
    rule(
      "planning-third",
      "planning is below reports",
      { path: "^lib/core/planning", pathNot: "\\.test\\.ts$" },
      { path: "^lib/core/(reports|portable|dashboard|walk)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(generated|\\.next)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  },
};

import { parseArgs } from "node:util";
import type { CommandContext } from "./command-context";
import { BadInput, UsageError } from "./errors";

const USAGE = `Plumbline on the command line. Needs no database.

  plumbline score FILE [--model ID] [--questionnaire FILE] [--as-of YYYY-MM-DD]
      Scores an assessment file (JSON, format plumbline.assessment/1; "-" reads standard input), in its
      questionnaire's own model unless another is named.
      Prints JSON. Evidence is judged on the as-of day, today in UTC unless given.
      --questionnaire names the YAML file of an own questionnaire or overlay that the assessment answers; coverage,
      attack and report take it too.
  plumbline coverage FILE --framework ID
      Prints how the answers stand to each control of a framework, and how much of it is touched at all:
      csf-2.0, sp800-53-r5, cis-8.1, iso-27001-2022, cisa-ztmm, dod-zero-trust, nist-800-207.
  plumbline attack FILE
      Prints the techniques of MITRE ATT&CK by tactic: mitigated, partly, open or unknown, with the criteria.
  plumbline model list
      Prints every model that answers can be scored in: id, version, name, number of criteria.
  plumbline model show ID
      Prints a model as JSON, in the shape of "questionnaire show".
  plumbline model check [ID] | model lock ID [--version V] [--draft]
      The same for models as for questionnaires; "questionnaire check" without an ID checks them too.
  plumbline report FILE --out REPORT.pdf [--as-of YYYY-MM-DD]
      Writes the report of an assessment file as a PDF.
  plumbline questionnaire show ID[@V] [--version V]
      Prints a questionnaire as JSON: pillars, topics, criteria with their weights and crosswalk. The newest version, unless one is named.
  plumbline questionnaire check [ID] [--version V]
      Checks content and prints the coverage of each framework. Exit code 1 when there are problems.
  plumbline questionnaire check FILE
      Checks the YAML file of an own questionnaire or overlay, as the editor does: each problem with line and column.
  plumbline questionnaire lock ID [--version V] [--draft]
      Writes lock.json with the content's hash. A lock that isn't a draft is never changed.
  plumbline schema
      Prints the JSON Schema of the assessment file.

Exit codes: 0 done, 1 internal error (or problems found by check), 2 bad input: one message per problem on standard
error, nothing on standard output.
`;

/** Runs one command line. @returns the exit code */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    return await dispatch(args, context);
  } catch (error) {
    if (error instanceof BadInput) {
      process.stderr.write(error.lines.map((line) => `${line}\n`).join(""));
      return 2;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`plumbline: ${error.message}\nTry "plumbline --help".\n`);
      return 2;
    }
    process.stderr.write(
      `plumbline: internal error\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 1;
  }
}

async function dispatch(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { "as-of": asOfOption, out, version, draft, model, framework, questionnaire: own } = values;
  const allow = (...names: readonly string[]) => {
    for (const name of Object.keys(values)) {
      if (!names.includes(name)) throw new UsageError(`--${name} doesn't belong to this command`);
    }
  };
  const [command, ...rest] = positionals;
  switch (command) {
    case "score": {
      allow("as-of", "model", "questionnaire");
      const file = one(rest, "score needs one FILE");
      const { scoreFile } = await import("./score-file");
      return scoreFile(file, { asOf: readDay(asOfOption), model, own }, context);
    }
    case "coverage": {
      allow("framework", "questionnaire");
      const file = one(rest, "coverage needs one FILE");
      if (framework === undefined) throw new UsageError("coverage needs --framework ID");
      const { showCoverage } = await import("./show-coverage");
      return showCoverage(file, { framework, own }, context);
    }
    case "attack": {
      allow("questionnaire");
      const file = one(rest, "attack needs one FILE");
      const { showAttack } = await import("./show-coverage");
      return showAttack(file, own, context);
    }
    case "model":
      return runModel(rest, { allow, version, draft: draft === true });
    case "report": {
      allow("as-of", "out", "questionnaire");
      const file = one(rest, "report needs one FILE");
      if (out === undefined) throw new UsageError("report needs --out REPORT.pdf");
      const { reportFile } = await import("./report-file");
      return reportFile(file, { out, asOf: readDay(asOfOption), own }, context);
    }
    case "schema": {
      allow();
      if (rest.length > 0) throw new UsageError("schema takes no arguments");
      const { assessmentJsonSchema } = await import("../../lib/core/portable/schema");
      process.stdout.write(`${JSON.stringify(assessmentJsonSchema(), null, 2)}\n`);
      return 0;
    }
    case "questionnaire":
      return runQuestionnaire(rest, { allow, version, draft: draft === true }, context);
    case undefined:
      throw new UsageError("no command is given");
    default:
      throw new UsageError(`there is no command "${command}"`);
  }
}

async function runModel(args: readonly string[], { allow, version, draft }: ContentOptions): Promise<number> {
  const [action, ...rest] = args;
  switch (action) {
    case "list": {
      allow();
      if (rest.length > 0) throw new UsageError("model list takes no arguments");
      const { listAllModels } = await import("./show-models");
      return listAllModels();
    }
    case "show": {
      allow();
      const { showModel } = await import("./show-models");
      return showModel(one(rest, "model show needs one ID"));
    }
    case "check": {
      allow();
      if (rest.length > 1) throw new UsageError("model check takes one ID or none");
      const { checkModels } = await import("./check-models");
      return checkModels(rest[0]);
    }
    case "lock": {
      allow("version", "draft");
      const { lockModel } = await import("./lock-content");
      return lockModel(one(rest, "model lock needs one ID"), version, { draft });
    }
    default:
      throw new UsageError(`model needs list, show, check or lock${action ? `, not "${action}"` : ""}`);
  }
}

type ContentOptions = Readonly<{
  allow: (...names: readonly string[]) => void;
  version: string | undefined;
  draft: boolean;
}>;

async function runQuestionnaire(
  args: readonly string[],
  options: ContentOptions,
  context: CommandContext,
): Promise<number> {
  const { allow, version, draft } = options;
  const [action, ...rest] = args;
  switch (action) {
    case "show": {
      allow("version");
      const { showQuestionnaire } = await import("./show-questionnaire");
      const [id = "", named, ...more] = one(rest, "questionnaire show needs one ID").split("@");
      if (more.length > 0 || (named !== undefined && version !== undefined && named !== version)) {
        throw new UsageError("questionnaire show takes one version");
      }
      return showQuestionnaire(id, named ?? version);
    }
    case "check": {
      allow("version");
      if (rest.length > 1) throw new UsageError("questionnaire check takes one ID, one FILE or none");
      const [named] = rest;
      if (named !== undefined && isFileName(named)) {
        allow();
        const { checkOwnFile } = await import("./own-file");
        return checkOwnFile(named, context);
      }
      const { checkQuestionnaires } = await import("./check-questionnaires");
      const code = checkQuestionnaires(named, version);
      if (named !== undefined) return code;
      const { checkModels } = await import("./check-models");
      return Math.max(code, checkModels(undefined));
    }
    case "lock": {
      allow("version", "draft");
      const { lockQuestionnaire } = await import("./lock-content");
      return lockQuestionnaire(one(rest, "questionnaire lock needs one ID"), version, { draft });
    }
    default:
      throw new UsageError(`questionnaire needs show, check or lock${action ? `, not "${action}"` : ""}`);
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        "as-of": { type: "string" },
        out: { type: "string" },
        version: { type: "string" },
        draft: { type: "boolean" },
        model: { type: "string" },
        framework: { type: "string" },
        questionnaire: { type: "string" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(". ")[0] ?? message); // Node's advice after the first sentence is about "--"
  }
}

/** Ids have no dots or slashes. */
function isFileName(named: string): boolean {
  return named === "-" || /[./\\]/.test(named);
}

function one(items: readonly string[], message: string): string {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new UsageError(message);
  return item;
}

function readDay(value: string | undefined): string {
  if (value === undefined) return new Date().toISOString().slice(0, 10);
  const date = new Date(`${value}T00:00:00Z`);
  const exists =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  if (!exists) throw new UsageError(`--as-of must be a day that exists, written YYYY-MM-DD, not "${value}"`);
  return value;
}

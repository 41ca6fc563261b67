import { statementHandler } from "@/lib/server/access/door/handler";
import { readAnswers, readAnswersQuery } from "@/lib/server/assessments/read-answers";
import { saveAnswers, saveAnswersSchema } from "@/lib/server/assessments/save-answers";

export const GET = statementHandler({
  input: readAnswersQuery,
  run: ({ tokenHash, params, input }) =>
    readAnswers(
      { tokenHash, organization: params.organization ?? "", assessment: params.assessment ?? "" },
      input.criteria,
    ),
});

export const POST = statementHandler({
  input: saveAnswersSchema,
  run: async ({ tokenHash, params, input, address }) => ({
    results: await saveAnswers(
      { tokenHash, organization: params.organization ?? "", assessment: params.assessment ?? "", address },
      input,
    ),
  }),
});

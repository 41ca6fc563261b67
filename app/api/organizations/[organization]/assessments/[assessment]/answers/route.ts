import { statementHandler } from "@/lib/server/access/door/handler";
import { saveAnswers, saveAnswersSchema } from "@/lib/server/assessments/save-answers";

export const POST = statementHandler({
  input: saveAnswersSchema,
  run: async ({ tokenHash, params, input, address }) => ({
    results: await saveAnswers(
      { tokenHash, organization: params.organization ?? "", assessment: params.assessment ?? "", address },
      input,
    ),
  }),
});

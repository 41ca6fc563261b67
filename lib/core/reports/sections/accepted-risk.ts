import { formatDay, formatNumberOf } from "../../words/format";
import type { Block } from "../document";
import type { AcceptedException } from "../input";
import { alert, cells, paragraph } from "../text";
import type { Section } from "./section";

/** The register of accepted risk: who accepted which deviation, why, and until when. */
export const acceptedRisk: Section = ({ pillars, input, pillarTitle }) => {
  const { asOf } = input.claims;
  const rows = pillars.flatMap(({ pillar, topics }) =>
    topics.flatMap(({ criteria }) =>
      criteria.flatMap((view) => (view.exception ? [{ view, pillar, exception: view.exception }] : [])),
    ),
  );
  const heading: Block = { kind: "heading", level: 1, text: "Accepted risk" };
  if (rows.length === 0) return [heading, paragraph("No deviation has been accepted as a risk.")];
  const accepted = rows.filter(({ exception }) => exception.accepted !== false);
  const proposed = rows.length - accepted.length;
  const waiting =
    proposed === 0
      ? ""
      : ` ${formatNumberOf(proposed, "more", "more")} ${proposed === 1 ? "is" : "are"} only proposed.`;
  const expired = accepted.filter(({ exception }) => exception.expires <= asOf).length;
  const gone =
    expired === 0 ? "" : ` ${formatNumberOf(expired, "acceptance")} ${expired === 1 ? "has" : "have"} expired.`;
  return [
    heading,
    paragraph(
      `${formatNumberOf(accepted.length, "deviation")} ${accepted.length === 1 ? "is" : "are"} accepted. An acceptance changes no score: the criterion counts as it is answered.${gone}${waiting}`,
    ),
    {
      kind: "table",
      caption: "Register of accepted risk",
      showCaption: false,
      dense: false,
      columns: [
        { title: "Deviation from", align: "start", width: { share: 1 } },
        { title: "Reason and risk", align: "start", width: { share: 1 } },
        { title: "Owner", align: "start", width: { points: 84 } },
        { title: "Until", align: "start", width: { points: 62 } },
      ],
      rows: [...rows]
        .sort((a, b) => a.exception.expires.localeCompare(b.exception.expires))
        .map(({ view, pillar, exception }) => ({
          cells: cells(
            { text: [view.criterion.statement], under: [[`${pillarTitle(pillar.id)}, ${view.topic.title}`]] },
            {
              text: [exception.reason],
              under: exception.risk === undefined || exception.risk === "" ? [] : [[`Risk: ${exception.risk}`]],
            },
            exception.owner,
            until(exception, asOf),
          ),
        })),
    },
  ];
};

function until({ expires, accepted }: AcceptedException, asOf: string) {
  const text = [formatDay(expires)];
  if (expires <= asOf) return { text, under: [[alert("expired")]] };
  return accepted === false ? { text, under: [[alert("only proposed")]] } : formatDay(expires);
}

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Table, Td, Th } from "@/components/ui/table";
import type { CriterionChoice } from "@/lib/core/evidence/choices";
import type { EvidencePiece, EvidenceSort } from "@/lib/core/evidence/list-evidence";
import { evidencePrint } from "@/lib/core/review/print";
import type { EvidenceView } from "@/lib/core/walk/evidence-view";
import { attestationWords, kindWords } from "@/lib/core/words/evidence";
import { expiryWords } from "@/lib/core/words/expiry";
import { formatDay, formatPercent } from "@/lib/core/words/format";
import { AcceptPiece } from "./accept-piece";
import { FileLine } from "./file-line";

type Props = Readonly<{
  pieces: readonly EvidencePiece[];
  page: Readonly<{
    criteria: ReadonlyMap<string, CriterionChoice>;
    answeredBy: ReadonlyMap<string, string>;
    names: Readonly<Record<string, string>>;
    asOf: string;
    rights: Readonly<{ accept: boolean; files: boolean; selfAcceptance: boolean }>;
  }>;
  me: string;
  /** Address of the assessment's pages. */
  base: string;
  sort: EvidenceSort;
  sortHref: (by: EvidenceSort) => string;
}>;

/** All pieces in a dense table; where that has no room, each row is a card. */
export function EvidenceTable({ pieces, page, me, base, sort, sortHref }: Props) {
  const head = (by: EvidenceSort) => (
    <Th sortHref={sortHref(by)} sorted={sort === by ? (by === "expires" ? "ascending" : "descending") : undefined}>
      {SORTS[by]}
    </Th>
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 lg:hidden print:hidden">
        <span className="text-note text-ink-2">Sort by</span>
        <SegmentedLinks
          label="Sort by"
          segments={(["date", "expires", "added"] as const).map((by) => ({
            label: SORTS[by],
            href: sortHref(by),
            current: by === sort,
          }))}
        />
      </div>
      <Table caption="Evidence" className="border-line bg-raised lg:rounded-md lg:border lg:px-4">
        <thead className="max-lg:hidden">
          <tr>
            <Th>Piece</Th>
            {head("date")}
            {head("expires")}
            {head("added")}
            <Th>Speaks to</Th>
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {pieces.map((piece) => (
            <PieceRow key={piece.piece.id} {...piece} page={page} me={me} base={base} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

const SORTS = { date: "Was so on", expires: "Expires", added: "Added" };

const CARD = "max-lg:block max-lg:border-0 max-lg:px-0! max-lg:py-0.5!";

function PieceRow({ piece, says, page, me, base }: EvidencePiece & Pick<Props, "page" | "me" | "base">) {
  const { names, asOf, rights } = page;
  const nameOf = (person: string) => (person === me ? "you" : (names[person] ?? "a former member"));
  const api = `/api/organizations${base}/evidence/${piece.id}`;
  const attested = attestationWords(piece);
  const others = (view: EvidenceView) => ![view.addedBy, page.answeredBy.get(view.criterion)].includes(me);
  const acceptable = says.flatMap(({ view }) =>
    !view.accepted && !view.dismissed && (rights.selfAcceptance || others(view)) ? [view] : [],
  );
  const waits = says.some(({ view }) => !view.accepted && !view.dismissed);
  return (
    <tr
      className="max-lg:mb-2.5 max-lg:grid max-lg:gap-x-6 max-lg:rounded-md max-lg:border max-lg:border-line max-lg:px-3.5 max-lg:py-2.5 sm:max-lg:grid-cols-3"
      data-piece={piece.id}
    >
      <Th scope="row" className={`font-normal! lg:max-w-90 lg:min-w-56 sm:max-lg:col-span-full ${CARD}`}>
        <span className="font-medium wrap-anywhere text-ink">
          {piece.link ? (
            <a href={piece.link} target="_blank" rel="noreferrer" className="link">
              {piece.title}
            </a>
          ) : (
            piece.title
          )}
        </span>
        <span className="block text-small text-ink-2">
          {[kindWords(piece.kind), attested, piece.source, piece.owner && `kept current by ${piece.owner}`]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {piece.file && <FileLine piece={api} file={piece.file} may={rights.files} />}
        {rights.accept && acceptable.length > 0 && (
          <AcceptPiece
            api={api}
            criteria={acceptable.map(({ criterion }) => criterion)}
            print={evidencePrint(acceptable)}
          />
        )}
        {rights.accept && waits && acceptable.length === 0 && (
          <span className="block text-small text-ink-2">Yours: it needs another reviewer.</span>
        )}
      </Th>
      <Td className={`whitespace-nowrap ${CARD}`}>
        <span className="lg:hidden">Was so on </span>
        {formatDay(piece.date)}
      </Td>
      <Td className={`whitespace-nowrap max-lg:first-letter:uppercase ${CARD}`}>
        {piece.expires ? expiryWords(piece.expires, asOf) : <None />}
      </Td>
      <Td className={CARD}>
        <span className="lg:hidden">Added </span>
        <span className="whitespace-nowrap">{formatDay(piece.addedOn)}</span>
        <span className="text-ink-2"> by {nameOf(piece.addedBy)}</span>
      </Td>
      <Td className={`lg:min-w-64 sm:max-lg:col-span-full ${CARD}`}>
        <ul className="grid gap-1.5">
          {says.map(({ view, speaks }) => (
            <li key={view.criterion} className="wrap-anywhere">
              <Link href={`${base}/walk/${placeOf(view.criterion)}`} prefetch={false} className="link">
                {page.criteria.get(view.criterion)?.statement ?? view.criterion}
              </Link>
              <span className="flex flex-wrap items-center gap-1.5 text-small text-ink-2">
                <Badge tone={view.verdict === "contradicts" && speaks ? "danger" : "plain"}>{view.verdict}</Badge>
                {view.coverage !== undefined && `measures ${formatPercent(view.coverage, { decimals: 1 })}`}
                <span>{stateWords(view, speaks, nameOf)}</span>
              </span>
            </li>
          ))}
        </ul>
      </Td>
    </tr>
  );
}

function None() {
  return (
    <span className="text-ink-2">
      <span className="max-lg:hidden">never</span>
      <span className="lg:hidden">Never expires</span>
    </span>
  );
}

function stateWords(view: EvidenceView, speaks: boolean, nameOf: (person: string) => string): string {
  if (view.dismissed) return `dismissed${view.dismissedBy ? ` by ${nameOf(view.dismissedBy)}` : ""}`;
  const state = view.acceptedBy ? `accepted by ${nameOf(view.acceptedBy)}` : "to be accepted";
  return speaks ? state : `${state}, doesn’t count today`;
}

/** "identity.sign-in.second-factor" → "identity/sign-in/second-factor". */
function placeOf(criterion: string): string {
  return criterion.replaceAll(".", "/");
}

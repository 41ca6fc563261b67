import type { Metadata } from "next";
import { OwnEditor } from "@/components/questionnaires/own-editor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatMoment } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { knownContent } from "@/lib/server/content/known-content";
import { checkOwn } from "@/lib/server/content/own/check-own";
import { readOwnContent } from "@/lib/server/content/own/read-own-content";

export const metadata: Metadata = { title: "Questionnaire" };

type Props = { params: Promise<{ organization: string; questionnaire: string; version: string }> };

export default async function OwnQuestionnairePage({ params }: Props) {
  const { organization, ...ref } = await params;
  const page = await readPage(organization, "results.read", async (db) => {
    const own = await readOwnContent(db, ref);
    return { own, check: await checkOwn(db, { source: own.source }), all: await knownContent(db) };
  });
  if (!page.allowed) return <NotAllowed />;
  const { own, check, all } = page.data;
  const { questionnaire, version, base, published, source, revision, hash, at, by } = own;
  const newest = all.find((row) => row.questionnaire === base?.questionnaire)?.version ?? null;
  const state = published
    ? `published ${formatMoment(at, "UTC")} by ${by} · ${hash?.slice(0, 12)}`
    : `draft · changed ${formatMoment(at, "UTC")} by ${by}`;
  return (
    <>
      <PageHeader
        title={own.title}
        provenance={`${questionnaire} ${version} · ${state}`}
        above={
          <Breadcrumb
            label="Way here"
            crumbs={[{ label: "Questionnaires", href: `/${organization}/questionnaires` }]}
          />
        }
      />
      <main className="px-7 py-5 max-sm:px-3.5">
        <OwnEditor
          key={`${questionnaire} ${version}`}
          organization={organization}
          questionnaire={questionnaire}
          version={version}
          source={source}
          revision={revision}
          first={check}
          mode={published ? "published" : can(page.actor, "content.write") ? "draft" : "reader"}
          mayWrite={can(page.actor, "content.write")}
          base={base && newest ? { ...base, newest } : null}
        />
      </main>
    </>
  );
}

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** An address below the models that names no model and no framework. */
export default function ModelsNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <main className="px-7 pt-5 pb-8 max-sm:px-3.5">
        <EmptyState title="There is no such model or framework">
          The address may come from another version. The list of models has all there are.
        </EmptyState>
      </main>
    </>
  );
}

import { INDUSTRIES } from "@/lib/core/content/organization-lists";

/** What a field for the industry offers; another word may be written. */
export function IndustryList({ id }: Readonly<{ id: string }>) {
  return (
    <datalist id={id}>
      {INDUSTRIES.map((industry) => (
        <option key={industry} value={industry} />
      ))}
    </datalist>
  );
}

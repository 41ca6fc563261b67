import type { Sent } from "@/components/forms/send";
import { sendForm } from "@/components/forms/send-form";
import type { EvidenceFields, SendEvidence } from "./types";

/**
 * Sends a piece of evidence with its file: both are kept, or nothing.
 *
 * @param api address of the assessment's routes
 */
export function sendEvidenceFile<T>(
  api: string,
  fields: EvidenceFields,
  file: File,
  tools: Parameters<SendEvidence>[2],
): Promise<Sent<T>> {
  const form = new FormData();
  form.set("fields", JSON.stringify(fields));
  form.set("file", file, file.name);
  return sendForm<T>(`${api}/evidence/files`, form, tools);
}

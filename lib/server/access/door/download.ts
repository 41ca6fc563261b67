type File = Readonly<{
  content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** Media type, such as "application/json". */
  type: string;
  /** Lower-case letters, digits, dots and hyphens only, so that nothing of it can end the header. */
  name: string;
}>;

/**
 * A file as a download, never shown in a page of ours. (The proxy adds a policy of no rights and `nosniff` to all of the API.)
 * @throws RangeError for a name with other characters
 */
export function download({ content, type, name }: File): Response {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new RangeError(`${name} is no name for a download`);
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

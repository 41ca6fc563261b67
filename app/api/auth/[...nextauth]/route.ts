import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/access/auth-options";
import { readBytes, respond } from "@/lib/server/access/door/respond";

/** An address, a password and a token fit in well; next-auth itself would read a body of any size before it asks who sends it. */
const MAX_BODY_BYTES = 20_000;

const handle = (request: NextRequest, context: unknown) =>
  respond(request, async () => NextAuth(authOptions())(await bounded(request), context));

async function bounded(request: NextRequest): Promise<NextRequest> {
  if (request.method !== "POST") return request;
  const body = await readBytes(request, MAX_BODY_BYTES);
  const { url, method, headers } = request;
  return new NextRequest(url, { method, headers, body: body.byteLength > 0 ? body : null });
}

export { handle as GET, handle as POST };

import { encode } from "next-auth/jwt";
import { beginSession } from "../../lib/server/access/sign-in";
import { derive } from "../../lib/server/platform/secrets";

/** Signs a person in without the form: the cookie that the app would have set. */
export async function sessionCookie(userId: string, secret: string): Promise<string> {
  const sid = await beginSession(userId, "password", { address: "127.0.0.1", agent: "test" });
  const token = await encode({ token: { sid }, secret: derive(secret, "session"), maxAge: 3600 });
  return `plumbline.session=${token}`;
}

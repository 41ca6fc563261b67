import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { callFunction } from "../platform/database/client";
import { hashToken } from "../platform/secrets";
import { cookieSettings } from "./cookies";
import { addressOf } from "./request-address";
import { resolveSession } from "./session";
import { signIn } from "./sign-in";

const credentials = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) });

/**
 * next-auth's credentials sign-in always writes a token, so the token carries nothing but a random session id;
 * who that is and whether it still holds is read from the database at every request.
 */
export function authOptions(): NextAuthOptions {
  const cookies = cookieSettings(process.env.NEXTAUTH_URL);
  return {
    secret: process.env.NEXTAUTH_SECRET ?? "",
    session: { strategy: "jwt", maxAge: 60 * 60 * 24 * 30 },
    useSecureCookies: cookies.secure,
    cookies: { sessionToken: cookies.session, csrfToken: cookies.csrf, callbackUrl: cookies.callback },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        name: "Password",
        credentials: { email: {}, password: {} },
        async authorize(input, request) {
          const given = credentials.safeParse(input);
          if (!given.success) return null;
          const headers = new Headers(request.headers as Record<string, string>);
          const result = await signIn(given.data.email, given.data.password, {
            address: addressOf(headers),
            agent: headers.get("user-agent") ?? "",
          });
          if (!result.ok) throw new Error(result.reason);
          return { id: result.userId, sid: result.token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user && "sid" in user ? user.sid : token.sid }),
      async session({ token, session }) {
        const person = typeof token.sid === "string" ? await resolveSession(hashToken(token.sid), "") : null;
        return person
          ? { expires: session.expires, user: { name: person.name, email: person.email } }
          : { expires: new Date(0).toISOString() };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string")
          await callFunction`SELECT end_session(${hashToken(token.sid)})::text AS ended`;
      },
    },
  };
}

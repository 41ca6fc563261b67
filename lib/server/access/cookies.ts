/**
 * Cookie names and marks: `__Host-` wherever the address is https.
 * @param origin the address that people reach the server by, as its start put it into NEXTAUTH_URL
 */
export function cookieSettings(origin: string | undefined) {
  const secure = origin?.startsWith("https://") ?? false;
  const prefix = secure ? "__Host-" : "";
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  return {
    secure,
    session: { name: `${prefix}plumbline.session`, options },
    csrf: { name: `${prefix}plumbline.csrf`, options },
    callback: { name: `${prefix}plumbline.callback`, options },
  };
}

/** Cookie names and marks: `__Host-` wherever the address is https. */
export function cookieSettings(publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith("https://") ?? false;
  const prefix = secure ? "__Host-" : "";
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  return {
    secure,
    session: { name: `${prefix}plumbline.session`, options },
    csrf: { name: `${prefix}plumbline.csrf`, options },
    callback: { name: `${prefix}plumbline.callback`, options },
  };
}

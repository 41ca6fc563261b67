/**
 * The address of the same database for another role.
 * @param url as PostgreSQL's own clients read it: also by a socket (postgresql:///db?host=/run/postgresql), and with a name or password
 *   as parameters, which count before those in front of the host
 */
export function asRole(url: string, role: string, password: string): string {
  // Without a host, URL accepts no name in front of it.
  const address = new URL(url.replace(/^([a-z]+:\/\/)[^/?#]*@/, "$1"));
  for (const name of ["user", "password"]) address.searchParams.delete(name);
  if (address.host) {
    address.username = role;
    address.password = encodeURIComponent(password);
  } else {
    address.searchParams.set("user", role);
    address.searchParams.set("password", password);
  }
  return address.toString();
}

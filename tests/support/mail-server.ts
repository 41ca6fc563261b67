import { createServer, type Socket } from "node:net";

/** A mail as it arrived. */
export type Arrived = Readonly<{ from: string; to: string; text: string }>;

/** Whether it speaks at all: a silent one takes connections and says nothing, a broken one ends them. */
type Manner = "well" | "silent" | "broken";

/** As much of SMTP as it takes to receive mail: everything is taken, unless it is told to refuse. */
export async function startMailServer() {
  const arrived: Arrived[] = [];
  let refuses = 0;
  let manner: Manner = "well";
  let connections = 0;
  let asked: string[] = [];
  let unknown = "";
  let arrival = () => {};
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let waiting = "";
    let [from, to] = ["", ""];
    let inData = false;
    const line = (text: string) => socket.write(`${text}\r\n`);
    const take = (command: string) => {
      if (/^(EHLO|HELO)/i.test(command)) line("250 here");
      else if (/^MAIL FROM/i.test(command)) {
        from = command.slice(10);
        line(refuses > 0 ? "451 later" : "250 ok");
        refuses = Math.max(refuses - 1, 0);
      } else if (/^RCPT TO/i.test(command)) {
        to = command.slice(8).replace(/[<>]/g, "");
        asked.push(to);
        line(to === unknown ? "550 no such user" : "250 ok");
      } else if (/^DATA/i.test(command)) {
        inData = true;
        line("354 go on");
      } else if (/^QUIT/i.test(command)) socket.end("221 bye\r\n");
      else line("250 ok");
    };
    socket.on("data", (bytes) => {
      waiting += bytes.toString("utf8");
      for (;;) {
        const end = waiting.indexOf(inData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const piece = waiting.slice(0, end);
        waiting = waiting.slice(end + (inData ? 5 : 2));
        if (inData) {
          arrived.push({ from, to, text: piece });
          arrival();
          inData = false;
          line("250 taken");
        } else take(piece);
      }
    });
    if (manner === "broken") socket.destroy();
    else if (manner === "well") line("220 ready");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    arrived,
    refuseOnce: () => {
      refuses = 1;
    },
    /** From then on, until it is another; with a fresh count of connections. */
    be: (next: Manner) => {
      manner = next;
      connections = 0;
    },
    connections: () => connections,
    /** From then on there is nobody of this address. */
    refuse: (address: string) => {
      unknown = address;
      asked = [];
    },
    /** Whom mail was to reach since. */
    asked: () => asked,
    /** Called at each mail that arrives. */
    onArrival: (run: () => void) => {
      arrival = run;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The parts of the reference architecture: six components, the decision between them, and what watches over all. */
export type NodeId = "identity" | "devices" | "policy" | "apps" | "data" | "infrastructure" | "network" | "telemetry";

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
export type Edge = Readonly<{
  id: string;
  path: string;
  tip: Readonly<{ x: number; y: number; angle: 0 | 90 | 180 | 270 }>;
}>;
export type Layout = Readonly<{ viewBox: string; nodes: Readonly<Record<NodeId, Box>>; edges: readonly Edge[] }>;

export const NODES: Readonly<Record<NodeId, Readonly<{ name: string; detail: string }>>> = {
  identity: { name: "Identity", detail: "who asks" },
  devices: { name: "Devices", detail: "with what" },
  policy: { name: "Policy decision", detail: "each request, all signals" },
  apps: { name: "Apps", detail: "one session" },
  data: { name: "Data", detail: "labelled, encrypted" },
  infrastructure: { name: "Infrastructure", detail: "hardened, known" },
  network: { name: "Network", detail: "segmented" },
  telemetry: { name: "Telemetry and automation", detail: "everything reports; what is odd changes the next decision" },
};

export type WalkStep = Readonly<{ title: string; text: string; nodes: readonly NodeId[]; edges: readonly string[] }>;

/** One request, from the question to what is learnt from it. */
export const STEPS: readonly WalkStep[] = [
  {
    title: "Someone asks",
    text: "A person signs in with a method that can’t be relayed and asks for one file in one application. A workload does the same with its own identity.",
    nodes: ["identity"],
    edges: ["identity-policy"],
  },
  {
    title: "The device speaks for itself",
    text: "Is it managed, patched, encrypted, free of malware? Its state goes along with the request, not what it was last week.",
    nodes: ["devices"],
    edges: ["devices-policy"],
  },
  {
    title: "Policy decides",
    text: "Who, with what, from where, for which data, how unusual: all signals together give yes, yes with limits, or no. For this request alone.",
    nodes: ["policy"],
    edges: ["identity-policy", "devices-policy"],
  },
  {
    title: "The network carries just that",
    text: "The way leads to one application, encrypted, through a segment from which nothing else can be reached.",
    nodes: ["network"],
    edges: ["policy-network"],
  },
  {
    title: "The application opens one session",
    text: "With the least rights that do the job. In the session the decision goes on: copying, printing and downloading follow it.",
    nodes: ["apps", "infrastructure"],
    edges: ["policy-apps", "policy-infrastructure"],
  },
  {
    title: "The data keeps its own guard",
    text: "Its label decides who may open it, also after it has left the application.",
    nodes: ["data"],
    edges: ["policy-data"],
  },
  {
    title: "Everything reports",
    text: "What happened goes to one record. What looks wrong is contained at once, and the next decision knows of it.",
    nodes: ["telemetry"],
    edges: ["left-telemetry", "right-telemetry", "telemetry-policy"],
  },
];

/** From 640 px up: signals at the left, decision in the middle, what is protected at the right, telemetry under all. */
export const WIDE: Layout = {
  viewBox: "0 0 640 348",
  nodes: {
    identity: { x: 2, y: 52, width: 132, height: 58 },
    devices: { x: 2, y: 166, width: 132, height: 58 },
    policy: { x: 204, y: 100, width: 184, height: 76 },
    apps: { x: 494, y: 2, width: 144, height: 54 },
    data: { x: 494, y: 74, width: 144, height: 54 },
    infrastructure: { x: 494, y: 146, width: 144, height: 54 },
    network: { x: 494, y: 218, width: 144, height: 54 },
    telemetry: { x: 2, y: 290, width: 636, height: 56 },
  },
  edges: [
    { id: "identity-policy", path: "M134 81H169V130H198", tip: { x: 202, y: 130, angle: 0 } },
    { id: "devices-policy", path: "M134 195H169V146H198", tip: { x: 202, y: 146, angle: 0 } },
    { id: "policy-apps", path: "M388 138H441V29H488", tip: { x: 492, y: 29, angle: 0 } },
    { id: "policy-data", path: "M388 138H441V101H488", tip: { x: 492, y: 101, angle: 0 } },
    { id: "policy-infrastructure", path: "M388 138H441V173H488", tip: { x: 492, y: 173, angle: 0 } },
    { id: "policy-network", path: "M388 138H441V245H488", tip: { x: 492, y: 245, angle: 0 } },
    { id: "left-telemetry", path: "M68 224V284", tip: { x: 68, y: 288, angle: 90 } },
    { id: "right-telemetry", path: "M566 272V284", tip: { x: 566, y: 288, angle: 90 } },
    { id: "telemetry-policy", path: "M296 290V182", tip: { x: 296, y: 178, angle: 270 } },
  ],
};

/** On a phone: the same from top to bottom. */
export const TALL: Layout = {
  viewBox: "-16 0 334 444",
  nodes: {
    identity: { x: 2, y: 2, width: 144, height: 54 },
    devices: { x: 172, y: 2, width: 144, height: 54 },
    policy: { x: 54, y: 106, width: 210, height: 60 },
    apps: { x: 2, y: 212, width: 140, height: 54 },
    data: { x: 176, y: 212, width: 140, height: 54 },
    infrastructure: { x: 2, y: 282, width: 140, height: 54 },
    network: { x: 176, y: 282, width: 140, height: 54 },
    telemetry: { x: 2, y: 384, width: 314, height: 56 },
  },
  edges: [
    { id: "identity-policy", path: "M74 56V81H150V100", tip: { x: 150, y: 104, angle: 90 } },
    { id: "devices-policy", path: "M244 56V81H168V100", tip: { x: 168, y: 104, angle: 90 } },
    { id: "policy-apps", path: "M159 166V239H148", tip: { x: 144, y: 239, angle: 180 } },
    { id: "policy-data", path: "M159 166V239H170", tip: { x: 174, y: 239, angle: 0 } },
    { id: "policy-infrastructure", path: "M159 166V309H148", tip: { x: 144, y: 309, angle: 180 } },
    { id: "policy-network", path: "M159 166V309H170", tip: { x: 174, y: 309, angle: 0 } },
    { id: "left-telemetry", path: "M72 336V378", tip: { x: 72, y: 382, angle: 90 } },
    { id: "right-telemetry", path: "M246 336V378", tip: { x: 246, y: 382, angle: 90 } },
    { id: "telemetry-policy", path: "M2 412H-9V136H48", tip: { x: 52, y: 136, angle: 0 } },
  ],
};

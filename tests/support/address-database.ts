/** An address database in MaxMind's format with these networks: bits of an IPv6 address, and what is known of them. */
export function anAddressDatabase(networks: { bits: string; place: Value }[]): Buffer {
  const nodes: [number | null, number | null][] = [[null, null]];
  const leaves: { node: number; side: 0 | 1; place: Value }[] = [];
  for (const { bits, place } of networks) {
    let node = 0;
    for (const bit of bits.slice(0, -1)) node = childOf(nodes, node, sideOf(bit));
    leaves.push({ node, side: sideOf(bits.at(-1)), place });
  }
  const data: Buffer[] = [];
  let length = 0;
  for (const { node, side, place } of leaves) {
    const encoded = encode(place);
    const row = nodes[node];
    if (row) row[side] = nodes.length + 16 + length;
    data.push(encoded);
    length += encoded.length;
  }
  const tree = Buffer.concat(nodes.map((row) => Buffer.concat(row.map((to) => word(to ?? nodes.length)))));
  const about = {
    node_count: nodes.length,
    record_size: 32,
    ip_version: 6,
    database_type: "Test-City",
    languages: [],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_700_000_000,
    description: {},
  };
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, encode(about)]);
}

/** The bits of an IPv4 network, where an IPv6 tree has them. */
export function bitsOf(address: string, length: number): string {
  const bits = address.split(".").map((part) => Number(part).toString(2).padStart(8, "0"));
  return "0".repeat(96) + bits.join("").slice(0, length);
}

type Value = string | number | Value[] | { [name: string]: Value };

const marker = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");

function childOf(nodes: [number | null, number | null][], node: number, side: 0 | 1): number {
  const row = nodes[node] ?? [null, null];
  return (row[side] ??= nodes.push([null, null]) - 1);
}

function sideOf(bit: string | undefined): 0 | 1 {
  return bit === "1" ? 1 : 0;
}

function encode(value: Value): Buffer {
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([control(2, text.length), text]);
  }
  if (typeof value === "number") return Buffer.concat([control(6, 4), word(value)]);
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([value.length, 4]), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap((entry) => entry.map(encode))]);
}

function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.from([(type << 5) | size]) : Buffer.from([(type << 5) | 29, size - 29]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

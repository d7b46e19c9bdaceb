/** Where the bytes of a batch of rows are written, one behind the other. */
export interface Room {
  bytes: Buffer;
  length: number;
}

/** Writes a value behind what is there. */
export type Put<T> = (room: Room, value: T) => void;

/** What a cell takes at most beside its text: its marks, and a number or a moment. */
const besideText = 128;
const firstRoom = 64 * 1024;

/** Writes batches. The bytes of one stand until the next but one is asked for, which has the same room. */
export function batchWriter<Row>(put: Put<Row>): (rows: readonly Row[]) => Buffer {
  const [even, odd] = [emptyRoom(), emptyRoom()];
  let room = odd;
  return (rows) => {
    room = room === even ? odd : even;
    room.length = 0;
    for (const row of rows) put(room, row);
    return room.bytes.subarray(0, room.length);
  };
}

function emptyRoom(): Room {
  return { bytes: Buffer.allocUnsafeSlow(firstRoom), length: 0 };
}

/** Sees to it that a cell with a text of so many bytes fits behind what is there. What is put asks nothing. */
export function makeRoom(room: Room, textBytes = 0): void {
  const needed = room.length + textBytes + besideText;
  if (needed <= room.bytes.length) return;
  const wider = Buffer.allocUnsafeSlow(Math.max(room.bytes.length * 2, needed));
  room.bytes.copy(wider, 0, 0, room.length);
  room.bytes = wider;
}

/** Marks that are always the same, as bytes. */
export function marks(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text));
}

export function putMarks(room: Room, fixed: Uint8Array): void {
  const { bytes } = room;
  let at = room.length;
  for (let from = 0; from < fixed.length; from++) bytes[at++] = fixed[from] ?? 0;
  room.length = at;
}

/** A whole number that is not negative, in so many digits, with noughts in front. */
export function putDigits(room: Room, number: number, digits = digitsOf(number)): void {
  const { bytes } = room;
  let [rest, at] = [number, room.length + digits];
  room.length = at;
  for (let left = digits; left > 0; left--) {
    const tens = Math.floor(rest / 10);
    bytes[--at] = nought + (rest - tens * 10);
    rest = tens;
  }
}

/** Minor units in major ones, exactly, without a loop through fractions: 1250 with two decimals is "12.50". */
export function putMajor(room: Room, amount: number, decimals: number): void {
  if (amount < 0) room.bytes[room.length++] = minus;
  const minor = Math.abs(amount);
  const unit = 10 ** decimals;
  const whole = Math.floor(minor / unit);
  putDigits(room, whole);
  if (decimals === 0) return;
  room.bytes[room.length++] = point;
  putDigits(room, minor - whole * unit, decimals);
}

/** Any text, as UTF-8. */
export function putText(room: Room, text: string): void {
  makeRoom(room, text.length * 3);
  room.length += room.bytes.write(text, room.length);
}

/** For each ASCII character whether it may stand as it is: 0 no, 1 yes, or the code of what may not follow it. */
type Plain = Uint8Array;

/** The characters but these may stand as they are. */
export function plainBut(characters: string): Plain {
  const plain = new Uint8Array(128).fill(1);
  for (const character of characters) plain[character.charCodeAt(0)] = 0;
  return plain;
}

/** A text that may stand as it is; of any other it puts nothing and says no. Much quicker than to look first. */
export function putPlain(room: Room, text: string, plain: Plain): boolean {
  makeRoom(room, text.length * 3);
  const { bytes } = room;
  let at = room.length;
  for (let from = 0; from < text.length; from++) {
    const code = text.charCodeAt(from);
    if (code < 0x80) {
      const may = plain[code];
      if (may !== 1 && (may === 0 || text.charCodeAt(from + 1) === may)) return false;
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < firstSurrogate) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else return false;
  }
  room.length = at;
  return true;
}

const nought = 0x30;
const minus = 0x2d;
const point = 0x2e;
const firstSurrogate = 0xd800;

function digitsOf(number: number): number {
  let digits = 1;
  for (let ten = 10; ten <= number; ten *= 10) digits++;
  return digits;
}

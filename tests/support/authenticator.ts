import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { AssertionAnswer, RegistrationAnswer } from "#lib/auth/passkeys/answers";

type Asked = { challenge: string };

/** A device made of software, which keeps one passkey and does what it is asked, for any address it is told. */
export function anAuthenticator({
  origin = "http://localhost:3000",
  rpId = "localhost",
  verified = true,
} = {}) {
  const id = randomBytes(16);
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  let flags = verified ? 0b101 : 0b001;
  let counter = 0;

  const named = {
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key" as const,
  };
  const clientData = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (kind: number, more = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(kind);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), head, more]);
  };

  return {
    id: named.id,
    /** Makes the passkey. */
    make(asked: Asked): RegistrationAnswer {
      const credential = Buffer.concat([Buffer.alloc(16), length(id), id, coseKey(publicKey)]);
      const authData = authenticatorData(flags | 0b1000000, credential);
      const attestation = map([
        [text("fmt"), text("none")],
        [text("attStmt"), map([])],
        [text("authData"), bytes(authData)],
      ]);
      return {
        ...named,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData("webauthn.create", asked).toString("base64url"),
          attestationObject: attestation.toString("base64url"),
        },
      };
    },
    /** Uses it. */
    use(asked: Asked): AssertionAnswer {
      counter += 1;
      const data = authenticatorData(flags);
      const client = clientData("webauthn.get", asked);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...named,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      };
    },
    /** As one that asks for a touch only. */
    skipVerification() {
      flags = 0b001;
    },
    /** As a copy of the device would, which counts on its own. */
    forgetUses() {
      counter = 0;
    },
  };
}

function sha256(of: string | Buffer): Buffer {
  return createHash("sha256").update(of).digest();
}

function length(of: Buffer): Buffer {
  const two = Buffer.alloc(2);
  two.writeUInt16BE(of.length);
  return two;
}

/* As much of CBOR as a passkey needs. */

function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const point = (part: string) => bytes(Buffer.from(part, "base64url"));
  return map([
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), point(x)],
    [int(-3), point(y)],
  ]);
}

function map(entries: [Buffer, Buffer][]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, value.length), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

function int(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256
    ? Buffer.from([(kind << 5) | 24, size])
    : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

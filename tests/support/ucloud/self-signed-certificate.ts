import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate with its key, both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** One DER value: tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  if (bytes.length < 128) return Buffer.concat([Buffer.from([tag, bytes.length]), bytes]);
  const length = Buffer.from(bytes.length.toString(16).padStart(4, "0"), "hex");
  return Buffer.concat([Buffer.from([tag, 0x82]), length, bytes]);
}

const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const time = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`));

const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
const commonName = oid("550403");
const subjectAltName = oid("551d11");
const basicConstraints = oid("551d13");
const day = 86_400_000;

/** A fresh certificate for DNS names, signed by itself, that is valid until so many days from now. */
export function selfSignedCertificate(names: readonly string[], daysLeft = 30): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from("test")))));
  const authority = sequence(der(0x01, Buffer.from([0xff])));
  const altNames = sequence(...names.map((name) => der(0x82, Buffer.from(name))));
  const facts = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    sequence(time(new Date(Date.now() - 365 * day)), time(new Date(Date.now() + daysLeft * day))),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    der(
      0xa3,
      sequence(
        sequence(basicConstraints, der(0x04, authority)),
        sequence(subjectAltName, der(0x04, altNames)),
      ),
    ),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", facts, privateKey));
  const bytes = sequence(facts, ecdsaWithSha256, signature).toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${bytes}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

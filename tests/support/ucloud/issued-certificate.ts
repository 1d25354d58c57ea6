import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate with its key, both in PEM; behind its own stand those that it was sent with. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that can issue others. */
export interface Authority extends Certificate {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** What is asked of a certificate. */
export interface CertificateRequest {
  readonly name: string;
  /** DNS names. @default none */
  readonly names?: readonly string[];
  /** Days from now. @default from -365 to 30 */
  readonly days?: readonly [from: number, until: number];
  /** Whether it may issue others, and through how many between. @default it may not */
  readonly authority?: boolean;
  readonly pathLength?: number;
  /** What the key may do; bits as X.509 numbers them. @default anything */
  readonly keyUsage?: readonly ("digitalSignature" | "keyCertSign")[];
  /** What a connection may use it for. @default anything */
  readonly purpose?: "serverAuth" | "clientAuth";
  /** A critical extension that nobody knows. @default none */
  readonly unknownExtension?: boolean;
  /** @default an elliptic curve, P-256 */
  readonly rsaBits?: number;
  /** What its issuer signs with. @default sha256 */
  readonly digest?: "sha1" | "sha256";
}

const day = 86_400_000;
const curve = { sha1: "2a8648ce3d0401", sha256: "2a8648ce3d040302" } as const;
const rsa = { sha1: "2a864886f70d010105", sha256: "2a864886f70d01010b" } as const;
const usages = { digitalSignature: 0x80, keyCertSign: 0x04 } as const;
const purposes = { serverAuth: "2b06010505070301", clientAuth: "2b06010505070302" } as const;

/** One DER value: tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  if (bytes.length < 128) return Buffer.concat([Buffer.from([tag, bytes.length]), bytes]);
  // As short as it can be: Go refuses anything else.
  const size = bytes.length < 256 ? 1 : 2;
  const length = Buffer.from(bytes.length.toString(16).padStart(2 * size, "0"), "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 + size]), length, bytes]);
}

const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const yes = der(0x01, Buffer.from([0xff]));
const distinguishedName = (name: string): Buffer =>
  sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(name)))));

function time(daysFromNow: number): Buffer {
  const text = new Date(Date.now() + daysFromNow * day).toISOString().slice(0, 19);
  return der(0x18, Buffer.from(`${text.replace(/[-:T]/g, "")}Z`));
}

const extension = (id: string, critical: boolean, value: Uint8Array): Buffer =>
  sequence(oid(id), ...(critical ? [yes] : []), der(0x04, value));

function extensions(request: CertificateRequest): Buffer {
  const { names = [], authority = false, pathLength, keyUsage, purpose, unknownExtension } = request;
  const length = pathLength === undefined ? [] : [der(0x02, Buffer.from([pathLength]))];
  const bits = (keyUsage ?? []).reduce((sum, usage) => sum | usages[usage], 0);
  return sequence(
    extension("551d13", true, authority ? sequence(yes, ...length) : sequence()),
    ...(names.length === 0
      ? []
      : [extension("551d11", false, sequence(...names.map((name) => der(0x82, Buffer.from(name)))))]),
    ...(keyUsage === undefined ? [] : [extension("551d0f", true, der(0x03, Buffer.from([0, bits])))]),
    ...(purpose === undefined ? [] : [extension("551d25", false, sequence(oid(purposes[purpose])))]),
    ...(unknownExtension === true ? [extension("2a0304", true, der(0x05))] : []),
  );
}

function signatureAlgorithm(key: KeyObject, digest: "sha1" | "sha256"): Buffer {
  return key.asymmetricKeyType === "rsa"
    ? sequence(oid(rsa[digest]), der(0x05))
    : sequence(oid(curve[digest]));
}

// Two bytes, of which the first is not 0: DER knows no padding.
let serial = 0x0100;

/** A fresh certificate, issued by an authority or, without one, by itself. */
export function issueCertificate(request: CertificateRequest, issuer?: Authority): Authority {
  const { name, days: [from, until] = [-365, 30], digest = "sha256", rsaBits } = request;
  const privateKey =
    rsaBits === undefined
      ? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey
      : generateKeyPairSync("rsa", { modulusLength: rsaBits }).privateKey;
  const signer = issuer?.privateKey ?? privateKey;
  const algorithm = signatureAlgorithm(signer, digest);
  serial += 1;
  const facts = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial >> 8, serial & 0xff])),
    algorithm,
    distinguishedName(issuer?.name ?? name),
    sequence(time(from), time(until)),
    distinguishedName(name),
    createPublicKey(privateKey).export({ type: "spki", format: "der" }),
    der(0xa3, extensions(request)),
  );
  const signature = der(0x03, Buffer.from([0]), sign(digest, facts, signer));
  const lines =
    sequence(facts, algorithm, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return {
    name,
    privateKey,
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** The certificate as a server presents it: with those between it and the root behind it. */
export function withChain(certificate: Certificate, ...between: readonly Certificate[]): Certificate {
  return { ...certificate, cert: [certificate, ...between].map(({ cert }) => cert).join("") };
}

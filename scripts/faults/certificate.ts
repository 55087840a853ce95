import { generateKeyPairSync, sign } from 'node:crypto';

/** What the certificate of a test server says. */
export interface CertificateRequest {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

const OID = {
  ed25519: [0x06, 0x03, 0x2b, 0x65, 0x70],
  commonName: [0x06, 0x03, 0x55, 0x04, 0x03],
  altName: [0x06, 0x03, 0x55, 0x1d, 0x11],
  constraints: [0x06, 0x03, 0x55, 0x1d, 0x13],
} as const;

/** A certificate that signs itself, and its key, both as PEM: enough for a server and, as its own authority, for a client. */
export function selfSigned({ name, from, until }: CertificateRequest): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = tlv(0x30, OID.ed25519);
  const issuer = tlv(0x30, tlv(0x31, tlv(0x30, OID.commonName, tlv(0x0c, Buffer.from(name)))));
  const extension = (oid: readonly number[], value: Buffer): Buffer => tlv(0x30, oid, tlv(0x04, value));
  const body = tlv(
    0x30,
    tlv(0xa0, tlv(0x02, [2])),
    tlv(0x02, [1]),
    algorithm,
    issuer,
    tlv(0x30, time(from), time(until)),
    issuer,
    spki,
    tlv(
      0xa3,
      tlv(
        0x30,
        extension(OID.altName, tlv(0x30, tlv(0x82, Buffer.from(name)))),
        extension(OID.constraints, tlv(0x30, tlv(0x01, [0xff]))),
      ),
    ),
  );
  const signature = sign(null, body, privateKey);
  const der = tlv(0x30, body, algorithm, tlv(0x03, [0], signature));
  return { cert: pem('CERTIFICATE', der), key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

/** Tag, length and value of DER. */
function tlv(tag: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const value = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function time(at: Date): Buffer {
  const text = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tlv(0x17, Buffer.from(text.slice(2)));
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

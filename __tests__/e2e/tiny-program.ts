/** Machine code that waits for a signal, for ever: `pause` in a loop. */
const PAUSE: Readonly<Record<string, { readonly machine: number; readonly code: readonly number[] }>> = {
  // mov eax, 34; syscall; jmp -9
  x64: { machine: 62, code: [0xb8, 34, 0, 0, 0, 0x0f, 0x05, 0xeb, 0xf7] },
  // movz x8, #73 (ppoll); movz x0..x4, #0; svc 0; b -28
  arm64: {
    machine: 183,
    code: [
      ...[0x28, 0x09, 0x80, 0xd2, 0x00, 0x00, 0x80, 0xd2, 0x01, 0x00, 0x80, 0xd2, 0x02, 0x00, 0x80, 0xd2],
      ...[0x03, 0x00, 0x80, 0xd2, 0x04, 0x00, 0x80, 0xd2, 0x01, 0x00, 0x00, 0xd4, 0xf9, 0xff, 0xff, 0x17],
    ],
  },
};
const BASE = 0x400000;
const HEADERS = 64 + 56;

/** A static ELF program of some 130 bytes. https://man7.org/linux/man-pages/man5/elf.5.html */
function elf(architecture: string): Buffer {
  const program = PAUSE[architecture];
  if (!program) throw new Error(`no program for ${architecture}`);
  const size = HEADERS + program.code.length;
  const file = Buffer.alloc(size);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  file.writeUInt16LE(2, 16);
  file.writeUInt16LE(program.machine, 18);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(BASE + HEADERS), 24);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt16LE(64, 58);
  // One segment, readable and executable: the whole file.
  file.writeUInt32LE(1, 64);
  file.writeUInt32LE(5, 68);
  file.writeBigUInt64LE(BigInt(BASE), 64 + 16);
  file.writeBigUInt64LE(BigInt(BASE), 64 + 24);
  file.writeBigUInt64LE(BigInt(size), 64 + 32);
  file.writeBigUInt64LE(BigInt(size), 64 + 40);
  file.writeBigUInt64LE(0x1000n, 64 + 48);
  file.set(program.code, HEADERS);
  return file;
}

/** A layer with that program, executable, under the name. */
export function tarOf(name: string, architecture: string = process.arch): Buffer {
  const content = elf(architecture);
  const header = Buffer.alloc(512);
  const octal = (value: number, at: number, width: number): void => {
    header.write(value.toString(8).padStart(width - 1, '0'), at);
  };
  header.write(name, 0);
  octal(0o755, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(content.length, 124, 12);
  octal(0, 136, 12);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return Buffer.concat([header, content, Buffer.alloc(512 - content.length + 1024)]);
}

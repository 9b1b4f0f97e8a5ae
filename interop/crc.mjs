// The checksum of an offer as docs/plc-integration.md and plc/ say it, written once more, from the text alone.
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The bytes of an offer in their canonical order, little endian. */
export function canonical(offer) {
  const parts = [];
  const put = (size, write) => {
    const part = Buffer.alloc(size);
    write(part);
    parts.push(part);
  };
  for (const name of ['OfferSeqBegin', 'RunsPlanned', 'RecipeRevision', 'ProgramNo']) {
    put(4, (part) => part.writeUInt32LE(offer[name]));
  }
  put(2, (part) => part.writeUInt16LE(offer.ParamCount));
  for (let i = 0; i < offer.ParamCount; i++) {
    put(2, (part) => part.writeUInt16LE(offer.ParamNo[i]));
    put(8, (part) => part.writeDoubleLE(offer.ParamValue[i]));
  }
  for (const name of ['JobOrderId', 'ProductId', 'SerialNumber', 'RecipeId', 'ProgramName']) {
    put(2, (part) => part.writeUInt16LE(offer[name].length));
    parts.push(Buffer.from(offer[name], 'utf16le'));
  }
  return Buffer.concat(parts);
}

export const offerCrc = (offer) => crc32(canonical(offer));

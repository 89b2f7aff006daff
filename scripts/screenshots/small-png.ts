import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Rows of pixels, three bytes each. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/**
 * The same picture with at most 256 colours, which a screen hardly needs: about half the bytes.
 * Only for what Chromium's screenshots are: 8 bit, RGB, not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const picture = decode(png);
  const palette = commonColours(picture);
  return encode(picture, palette);
}

function decode(png: Buffer): Picture {
  const data: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body.readUInt8(8) !== 8 || body.readUInt8(9) !== 2) throw new Error('not an RGB picture of 8 bit');
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * 3) };
}

/** Undoes the prediction of each row from its neighbours (PNG specification, section 9). */
function unfiltered(rows: Buffer, stride: number): Uint8Array {
  const height = rows.length / (stride + 1);
  const pixels = new Uint8Array(height * stride);
  const pixel = (at: number, isThere: boolean): number => (isThere ? (pixels[at] ?? 0) : 0);
  for (let row = 0; row < height; row++) {
    const filter = rows.readUInt8(row * (stride + 1));
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = pixel(at - 3, column >= 3);
      const above = pixel(at - stride, row > 0);
      const corner = pixel(at - stride - 3, row > 0 && column >= 3);
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      pixels[at] = rows.readUInt8(row * (stride + 1) + 1 + column) + predicted;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return corner;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

const colourAt = ({ pixels }: Picture, pixel: number): number =>
  ((pixels[pixel * 3] ?? 0) << 16) | ((pixels[pixel * 3 + 1] ?? 0) << 8) | (pixels[pixel * 3 + 2] ?? 0);

function commonColours(picture: Picture): readonly number[] {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < picture.width * picture.height; pixel++) {
    const colour = colourAt(picture, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostColours)
    .map(([colour]) => colour);
}

function encode(picture: Picture, palette: readonly number[]): Buffer {
  const { width, height } = picture;
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = colourAt(picture, pixel);
    const index = nearest.get(colour) ?? nearestIn(palette, colour);
    nearest.set(colour, index);
    rows[pixel + Math.floor(pixel / width) + 1] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8); // 8 bit, by palette
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearestIn(palette: readonly number[], colour: number): number {
  const distance = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  return palette.reduce(
    (best, each, index) => (distance(each) < distance(palette[best] ?? 0) ? index : best),
    0,
  );
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Colour of a pixel: red, green, blue and opacity, 0 to 255 each. */
type Colour = readonly [number, number, number, number];

/** Something to paint, in a square whose side is 100. */
interface Shape {
  readonly colour: Colour;
  contains(x: number, y: number): boolean;
}

/** Pixels from left to right and top to bottom, four bytes each. */
export interface Picture {
  readonly side: number;
  readonly pixels: Buffer;
}

const night: Colour = [17, 34, 82, 255];
const halfWidth = 38;
const halfHeight = 18.5;

/** Layers of an image, and the one that was chosen lifted above the others. Later shapes cover earlier ones. */
const shapes: readonly Shape[] = [
  roundedSquare(22, night),
  layer(69, [66, 122, 214, 255]),
  layer(60, night),
  layer(53, [146, 190, 252, 255]),
  layer(42, night),
  layer(32, [255, 171, 54, 255]),
];

function layer(middle: number, colour: Colour): Shape {
  return {
    colour,
    contains: (x, y) => Math.abs(x - 50) / halfWidth + Math.abs(y - middle) / halfHeight <= 1,
  };
}

function roundedSquare(radius: number, colour: Colour): Shape {
  const beyond = (position: number): number => Math.max(Math.abs(position - 50) - (50 - radius), 0);
  return { colour, contains: (x, y) => Math.hypot(beyond(x), beyond(y)) <= radius };
}

/** Points in each direction at which a pixel is looked at, so that edges are smooth. */
const samples = 8;

/** Draws the logo with that many pixels a side. */
export function drawLogo(side: number): Picture {
  const pixels = Buffer.alloc(side * side * 4);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      pixels.set(pixel(column, row, 100 / side), (row * side + column) * 4);
    }
  }
  return { side, pixels };
}

/** Mean colour of a pixel. Transparent points weigh nothing, or the corners would have a dark seam. */
function pixel(column: number, row: number, size: number): readonly number[] {
  const sum = [0, 0, 0, 0];
  for (let down = 0; down < samples; down++) {
    for (let right = 0; right < samples; right++) {
      const x = (column + (right + 0.5) / samples) * size;
      const y = (row + (down + 0.5) / samples) * size;
      const [red, green, blue, opacity] = colourAt(x, y);
      for (const [at, part] of [red * opacity, green * opacity, blue * opacity, opacity].entries())
        sum[at] = (sum[at] ?? 0) + part;
    }
  }
  const [red = 0, green = 0, blue = 0, opacity = 0] = sum;
  if (opacity === 0) return [0, 0, 0, 0];
  return [red / opacity, green / opacity, blue / opacity, opacity / samples ** 2].map(Math.round);
}

function colourAt(x: number, y: number): Colour {
  return shapes.findLast((shape) => shape.contains(x, y))?.colour ?? [0, 0, 0, 0];
}

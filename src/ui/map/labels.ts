/** A circle that wants its name beside it, and how far around it a finger hits it. */
export type Named = { x: number; y: number; radius: number; reach: number; name: string };

type Point = { x: number; y: number };

/**
 * Where a name stands: `x` and `y` of the middle of its line at the side to which it is anchored. One that has no room
 * beside its mark stands apart, and a line leads to it.
 */
export type Label = Point & { anchor: 'start' | 'middle' | 'end'; lead?: { from: Point; to: Point } };

export type Box = { left: number; right: number; top: number; bottom: number };

const inset = 6;

/** How wide a name is at most in the typeface of the page, in units; wide letters and other typefaces are allowed for. */
export const nameWidth = (name: string, size: number): number => [...name].length * size * 0.53 + 4;

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether the box lies where a finger should hit the mark; its own name may. */
const isReached = ({ x, y, reach }: Named, { left, right, top, bottom }: Box): boolean =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < reach;

/** The space that a name takes. */
export function labelBox({ x, y, anchor }: Label, name: string, size: number): Box {
  const wide = nameWidth(name, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - size * 0.54, bottom: y + size * 0.54 };
}

/** Right of the mark reads best, then left, then below and above, then between these. */
function sites({ x, y, radius }: Named, size: number): Label[] {
  const beside = radius + inset;
  const over = radius + size * 0.7;
  const slant = radius * 0.7 + inset;
  const rise = radius * 0.7 + size * 0.45;
  return [
    { x: x + beside, y, anchor: 'start' },
    { x: x - beside, y, anchor: 'end' },
    { x, y: y + over, anchor: 'middle' },
    { x, y: y - over, anchor: 'middle' },
    { x: x + slant, y: y + rise, anchor: 'start' },
    { x: x + slant, y: y - rise, anchor: 'start' },
    { x: x - slant, y: y + rise, anchor: 'end' },
    { x: x - slant, y: y - rise, anchor: 'end' },
  ];
}

/** How far from its mark a name may stand, and in which directions, those first in which a line is read with ease. */
const apart = [70, 100, 140, 190, 250, 320];
const directions = [0, 8, 2, 14, 6, 10, 1, 15, 7, 9, 4, 12, 3, 13, 5, 11].map((n) => (n * Math.PI) / 8);

/** Sites apart from the mark, each with the line that leads there from the mark's edge. */
function sitesApart({ x, y, radius }: Named, size: number): (Label & Required<Pick<Label, 'lead'>>)[] {
  return apart.flatMap((distance) =>
    directions.map((direction) => {
      const [right, down] = [Math.cos(direction), Math.sin(direction)];
      const at = (far: number): Point => ({ x: x + right * far, y: y + down * far });
      const to = at(radius + distance);
      const lead = { from: at(radius), to };
      if (Math.abs(right) < 0.3)
        return { x: to.x, y: to.y + Math.sign(down) * size * 0.6, anchor: 'middle', lead };
      return { x: to.x + Math.sign(right) * inset, y: to.y, anchor: right > 0 ? 'start' : 'end', lead };
    }),
  );
}

type Line = NonNullable<Label['lead']>;

/** A line as the `d` of an SVG path, in whole units. */
export const leadPath = ({ from, to }: Line): string =>
  `M${Math.round(from.x)} ${Math.round(from.y)}L${Math.round(to.x)} ${Math.round(to.y)}`;

/** Whether any of the line lies in the box (Liang and Barsky's way of cutting a line at a window). */
function crosses({ from, to }: Line, { left, right, top, bottom }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [begin, end] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) begin = Math.max(begin, room / step);
    else end = Math.min(end, room / step);
  }
  return begin <= end;
}

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const cross = (a: Line, b: Line): boolean =>
  side(a.from, a.to, b.from) !== side(a.from, a.to, b.to) &&
  side(b.from, b.to, a.from) !== side(b.from, b.to, a.to);

/**
 * A site for each name, in the order given, or null where there is no room: no name lies on another, on a mark, where
 * a finger hits another mark, on a line or over the frame, and no line on a mark or another line. First those that stand beside their marks.
 */
export function placeLabels(
  marks: readonly Named[],
  frame: { width: number; height: number },
  size: number,
): (Label | null)[] {
  const seen: Box[] = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const names: Box[] = [];
  const lines: Line[] = [];
  const isFree = (box: Box, own: Named) =>
    box.left >= 4 &&
    box.top >= 4 &&
    box.right <= frame.width - 4 &&
    box.bottom <= frame.height - 4 &&
    ![...seen, ...names].some((other) => touches(box, other)) &&
    !marks.some((mark) => mark !== own && isReached(mark, box)) &&
    !lines.some((line) => crosses(line, box));
  const isFreeLine = (line: Line, own: Box | undefined) =>
    ![...seen, ...names].some((other) => other !== own && crosses(line, other)) &&
    !lines.some((other) => cross(line, other));

  const beside = marks.map((mark) => {
    const site = sites(mark, size).find((label) => isFree(labelBox(label, mark.name, size), mark));
    if (site) names.push(labelBox(site, mark.name, size));
    return site ?? null;
  });
  return marks.map((mark, n) => {
    const near = beside[n];
    if (near) return near;
    const site = sitesApart(mark, size).find(
      (label) => isFree(labelBox(label, mark.name, size), mark) && isFreeLine(label.lead, seen[n]),
    );
    if (!site) return null;
    names.push(labelBox(site, mark.name, size));
    lines.push(site.lead);
    return site;
  });
}

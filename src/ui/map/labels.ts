/** A circle that wants its name beside it. */
export type Named = { x: number; y: number; radius: number; name: string };

/** Where a name stands: `x` and `y` of the middle of its line at the side to which it is anchored. */
export type Label = { x: number; y: number; anchor: 'start' | 'middle' | 'end' };

export type Box = { left: number; right: number; top: number; bottom: number };

const inset = 6;

/** How wide a name is at most in the typeface of the page, in units; wide letters and other typefaces are allowed for. */
export const nameWidth = (name: string, size: number): number => [...name].length * size * 0.53 + 4;

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

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

/**
 * A site for each name, in the order given, or null where there is no room: no name lies on another, on a mark or
 * over the frame.
 */
export function placeLabels(
  marks: readonly Named[],
  frame: { width: number; height: number },
  size: number,
): (Label | null)[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const isFree = (box: Box) =>
    box.left >= 4 &&
    box.top >= 4 &&
    box.right <= frame.width - 4 &&
    box.bottom <= frame.height - 4 &&
    !taken.some((other) => touches(box, other));
  return marks.map((mark) => {
    const site = sites(mark, size).find((label) => isFree(labelBox(label, mark.name, size)));
    if (!site) return null;
    taken.push(labelBox(site, mark.name, size));
    return site;
  });
}

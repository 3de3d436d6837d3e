/** What a column needs at least (its longest word) and would like (its longest text), in points. */
export interface Wish {
  least: number;
  most: number;
}

/**
 * Widths of columns that fill `width` exactly. All get what they would like where there is room;
 * else their least and a share of the rest; else a share of what there is, and words must break.
 */
export function shareWidths(wishes: readonly Wish[], width: number): number[] {
  const least = sum(wishes.map((wish) => wish.least));
  const most = sum(wishes.map((wish) => wish.most));
  if (most <= width)
    return wishes.map((wish) => wish.most + (width - most) * (wish.most / (most || 1)));
  if (least <= width) {
    const rest = (width - least) / (most - least);
    return wishes.map((wish) => wish.least + (wish.most - wish.least) * rest);
  }
  // Long words give way before short ones: each keeps up to an even share.
  const floor = Math.min(width / wishes.length, ...wishes.map((wish) => wish.least));
  const spare = width - floor * wishes.length;
  const over = sum(wishes.map((wish) => wish.least - floor));
  return wishes.map((wish) => floor + (over > 0 ? (spare * (wish.least - floor)) / over : 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * The parts of its size to which the type of a packet may shrink, so that the packet keeps to the pages
 * that it promises. Smaller would be hard to read.
 */
export const SCALES = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79] as const;

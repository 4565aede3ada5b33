/** The generator behind rand and srand. */
export const random: () => number = Math.random;

/** Characters; the rule itself is in `@observatory/domain/access`, whose entry brings its schemas along. */
export const shortestPassword = 12

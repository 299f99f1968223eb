/** The time now. Part of the context so that a test can hold it still. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Whether an order of this status will never be delivered. @example isCancelled("canceled") => true */
export const isCancelled = (status: string): boolean => status === "canceled" || status === "unavailable";

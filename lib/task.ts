/** What goes with something long: how to give it up, and whom to tell how far it is. */
export interface TaskOptions {
  /** Gives the task up. */
  signal?: AbortSignal;
  /** Share done, 0 to 1, and what is being done. */
  onProgress?: (share: number, doing?: string) => void;
}

/** What a chart is given to draw in. */
export interface Size {
  /** Pixels. */
  width: number;
}

/** Whether labels go above their bars rather than beside them. */
export const isNarrow = ({width}: Size): boolean => width < 480;

/** Whether a value can be drawn. */
export const drawable = (value: number | null | undefined): value is number =>
  value != null && Number.isFinite(value);

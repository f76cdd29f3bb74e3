/** What Observable Framework offers to modules of a page and TypeScript cannot know. */
declare module "observablehq:stdlib" {
  export interface FileHandle {
    readonly name: string;
    readonly mimeType?: string;
    readonly size?: number;
    readonly lastModified?: number;
    readonly href: string;
    url(): Promise<string>;
    json(): Promise<unknown>;
    text(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
    stream(): Promise<ReadableStream<Uint8Array>>;
  }
  export function FileAttachment(name: string): FileHandle;
  export function resize(
    render: (width: number, height: number) => Node,
    invalidation?: Promise<unknown>
  ): HTMLElement;
  export const Generators: {
    input(element: HTMLElement): AsyncGenerator<unknown>;
    observe<T>(initialize: (change: (value: T) => void) => (() => void) | void): AsyncGenerator<T>;
    width(element: HTMLElement): AsyncGenerator<number>;
    dark(): AsyncGenerator<boolean>;
  };
}

declare module "npm:htl" {
  export function html(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): SVGElement;
}

declare module "npm:@observablehq/inputs" {
  type Input<T> = HTMLElement & {value: T};
  type Options = Record<string, unknown>;
  export function button(content: unknown, options?: Options): Input<unknown>;
  export function checkbox<T>(values: Iterable<T>, options?: Options): Input<T[]>;
  export function date(options?: Options): Input<Date | null>;
  export function form<T>(inputs: T, options?: Options): Input<unknown>;
  export function radio<T>(values: Iterable<T> | Map<string, T>, options?: Options): Input<T>;
  export function search<T>(values: Iterable<T>, options?: Options): Input<T[]>;
  export function select<T>(values: Iterable<T> | Map<string, T>, options?: Options): Input<T>;
  export function table<T>(rows: Iterable<T>, options?: Options): Input<T[]>;
  export function text(options?: Options): Input<string>;
  export function textarea(options?: Options): Input<string>;
  export function toggle(options?: Options): Input<boolean>;
}

declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}

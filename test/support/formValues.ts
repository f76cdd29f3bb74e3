import {afterAll, beforeAll} from "vitest";

/** jsdom sets no accessor of a form itself, where inputs keep their value; one of its prototype it does. */
export function formsKeepValues(): void {
  const {defineProperty} = Object;
  beforeAll(() => {
    Object.defineProperty = (target, name, descriptor) => {
      if (!(target instanceof HTMLFormElement) || name !== "value")
        return defineProperty(target, name, descriptor);
      Object.setPrototypeOf(target, Object.create(HTMLFormElement.prototype, {value: descriptor}) as object);
      return target;
    };
  });
  afterAll(() => {
    Object.defineProperty = defineProperty;
  });
}

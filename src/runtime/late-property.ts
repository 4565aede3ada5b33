/** A property that is made when somebody looks at it, and is then like any other. */
export function lateProperty(object: object, name: string, make: () => unknown): void {
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get(): unknown {
      const value = make();
      Object.defineProperty(object, name, { configurable: true, enumerable: true, writable: true, value });
      return value;
    },
  });
}

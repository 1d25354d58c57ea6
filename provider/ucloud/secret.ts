/** A text that no log, error, JSON or inspection shows; `reveal` is the only way to it. */
export interface Secret {
  reveal(): string;
  /** What everybody else sees. */
  toString(): string;
}

/** Hides a text. */
export function createSecret(value: string): Secret {
  const hidden = (): string => "[secret]";
  return Object.freeze({
    reveal: () => value,
    toString: hidden,
    toJSON: hidden,
    [Symbol.for("nodejs.util.inspect.custom")]: hidden,
  });
}

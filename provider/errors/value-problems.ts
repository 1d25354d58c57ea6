/** What is wrong with one input by its contract. The values themselves are not among the facts: one may be a key. */
export interface ValueProblems {
  /** No such argument; `closest` is the one that was probably meant. */
  readonly unknownArgument: Unknown;
  /** No such key of the configuration; `ofProject` where it may be one of the project's own. */
  readonly unknownKey: Unknown & { readonly ofProject: boolean };
  /** Of another type than `wanted`. */
  readonly wrongType: { readonly wanted: string };
  /** A number where text is wanted, from which a host may have taken digits. */
  readonly numberForText: object;
  readonly emptyText: object;
  readonly emptyList: object;
  readonly tooSmall: { readonly least: number };
  readonly tooLarge: { readonly most: number };
  /** None of the allowed values; `closest` is the one that was probably meant. */
  readonly notAllowed: { readonly allowed: readonly string[]; readonly closest: string | undefined };
  /** Text of another form than the example has. */
  readonly badForm: { readonly example: string };
  /** Of none of the kinds that are allowed. */
  readonly wrongKind: object;
}

interface Unknown {
  readonly allowed: readonly string[];
  readonly closest: string | undefined;
}

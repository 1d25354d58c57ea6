/** What Pulumi asks of mocks about a function; `pulumi.runtime.MockCallArgs`. */
export interface MockCall {
  readonly token: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly provider?: string;
}

/** What Pulumi asks of mocks about a resource; `pulumi.runtime.MockResourceArgs`. */
export interface MockResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly provider?: string;
  readonly custom?: boolean;
  /** Of a resource that is read or imported. */
  readonly id?: string;
}

/** What mocks say of a resource. */
export interface MockState {
  readonly id: string | undefined;
  readonly state: object;
}

/** Mocks as they are given to `pulumi.runtime.setMocks`. */
export interface Mocks {
  call(args: MockCall): Promise<object>;
  newResource(args: MockResource): Promise<MockState>;
}

/** Mocks of somebody else, of which any part may be missing. */
export interface OtherMocks {
  call?(args: MockCall): object | Promise<object>;
  newResource?(args: MockResource): MockState | Promise<MockState>;
}

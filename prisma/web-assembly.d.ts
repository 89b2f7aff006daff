/** The little of WebAssembly that schema-engine.ts needs; TypeScript knows it only together with the browser. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, object>);
    readonly exports: Readonly<Record<string, () => void>>;
  }
}

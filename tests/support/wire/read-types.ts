import ts from "typescript";
import { readParams } from "./read-params.ts";
import type { Hash, Shape, Shapes } from "./shapes.ts";

const options: ts.CompilerOptions = {
  strict: true,
  types: [],
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/**
 * Reads the shape of every object, and of what these calls take, out of the official client's declarations; `entry`: the
 * first of their files.
 */
export function readTypes(entry: string, calls: readonly string[]): Shapes {
  const program = ts.createProgram([entry], options);
  const reader = createReader(program.getTypeChecker());
  for (const { fileName, statements } of program.getSourceFiles()) {
    if (!fileName.includes("/resources/") || fileName.includes("/V2/")) continue;
    for (const statement of statements) if (ts.isInterfaceDeclaration(statement)) reader.add(statement);
  }
  return { ...reader.shapes, params: readParams(program, calls) };
}

function createReader(checker: ts.TypeChecker) {
  const shapes: Omit<Shapes, "params"> = { hashes: {}, kinds: {}, events: {} };
  const names = new Map<ts.Type, string>();

  function add(declaration: ts.InterfaceDeclaration): void {
    const type = checker.getTypeAtLocation(declaration);
    const kind = literalOf(type, "object");
    if (kind === undefined) return;
    const event = kind === "event" ? literalOf(type, "type") : undefined;
    if (event === undefined) (shapes.kinds[kind] ??= []).push(hashOf(type));
    else shapes.events[event] = shapeOf(memberOf(memberOf(type, "data"), "object"));
  }

  function memberOf(type: ts.Type, name: string): ts.Type {
    const member = type.getProperty(name);
    if (!member) throw new Error(`${checker.typeToString(type)} has no ${name}`);
    return checker.getTypeOfSymbol(member);
  }

  function literalOf(type: ts.Type, name: string): string | undefined {
    const member = type.getProperty(name) && memberOf(type, name);
    return member?.isStringLiteral() ? member.value : undefined;
  }

  /** Notes a hash under a name first, so that objects may hold one another. */
  function hashOf(type: ts.Type): string {
    const known = names.get(type);
    if (known !== undefined) return known;
    const name = `${checker.typeToString(type)} #${names.size}`;
    names.set(type, name);
    const hash: Hash = {};
    shapes.hashes[name] = hash;
    for (const member of type.getProperties()) {
      const shape = shapeOf(checker.getTypeOfSymbol(member));
      const optional = (member.flags & ts.SymbolFlags.Optional) !== 0;
      if (!isNothing(shape)) hash[member.name] = { shape, optional };
    }
    return name;
  }

  function shapeOf(type: ts.Type): Shape {
    if (type.isUnion()) return eitherOf(type.types);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { oneOf: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { oneOf: [checker.typeToString(type) === "true"] };
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { either: [] };
    if (type.flags & ts.TypeFlags.Null) return "null";
    if (type.flags & ts.TypeFlags.String) return "string";
    if (type.flags & ts.TypeFlags.Number) return "number";
    // The client makes its exact decimals of text.
    if (type.aliasSymbol?.name === "Decimal") return "string";
    const item = checker.isArrayType(type) ? type.getNumberIndexType() : undefined;
    if (item) return { list: shapeOf(item) };
    const values = type.getStringIndexType();
    if (values) return { map: shapeOf(values) };
    return type.getProperties().length > 0 && !type.isIntersection() ? { hash: hashOf(type) } : "anything";
  }

  /** The client leaves room for values it does not know yet; what we send is what it knows. */
  function eitherOf(types: ts.Type[]): Shape {
    const literals = types.flatMap((type) => literalsOf(shapeOf(type)));
    const others = types
      .filter((type) => !(literals.length > 0 && type.isIntersection()))
      .map(shapeOf)
      .filter((shape) => literalsOf(shape).length === 0 && !isNothing(shape));
    const shapes = literals.length > 0 ? [...others, { oneOf: literals }] : others;
    return shapes.length === 1 && shapes[0] !== undefined ? shapes[0] : { either: shapes };
  }

  return { shapes, add };
}

function literalsOf(shape: Shape): (string | number | boolean)[] {
  return typeof shape === "object" && "oneOf" in shape ? shape.oneOf : [];
}

function isNothing(shape: Shape): boolean {
  return typeof shape === "object" && "either" in shape && shape.either.length === 0;
}

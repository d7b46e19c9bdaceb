import ts from "typescript";
import type { Params } from "./shapes.ts";

/** What the client's types say can be sent with these calls, such as `customers.create`. */
export function readParams(program: ts.Program, calls: readonly string[]): Record<string, Params> {
  const checker = program.getTypeChecker();
  const client = clientOf(program, checker);
  const entries = calls.map((name) => {
    const params: Params = {};
    const type = paramsOf(checker, memberOf(checker, client, name.split(".")));
    if (type) addMembers(checker, { type, at: "" }, params);
    return [name, params] as const;
  });
  return Object.fromEntries(entries);
}

function clientOf(program: ts.Program, checker: ts.TypeChecker): ts.Type {
  for (const { statements } of program.getSourceFiles()) {
    for (const statement of statements) {
      if (ts.isClassDeclaration(statement) && statement.name?.text === "Stripe")
        return checker.getTypeAtLocation(statement);
    }
  }
  throw new Error("The client has no class of its name");
}

function memberOf(checker: ts.TypeChecker, holder: ts.Type, path: readonly string[]): ts.Type {
  return path.reduce((type, name) => {
    const member = type.getProperty(name);
    if (!member) throw new Error(`${checker.typeToString(type)} has no ${name}`);
    return checker.getTypeOfSymbol(member);
  }, holder);
}

function paramsOf(checker: ts.TypeChecker, call: ts.Type): ts.Type | undefined {
  const named = call
    .getCallSignatures()
    .flatMap((signature) => signature.getParameters())
    .find(({ name }) => name === "params");
  return named && checker.getNonNullableType(checker.getTypeOfSymbol(named));
}

interface Place {
  type: ts.Type;
  /** `amount_details.line_items[].quantity` */
  at: string;
}

function addMembers(checker: ts.TypeChecker, { type, at }: Place, params: Params): void {
  for (const part of partsOf(type)) {
    const item = checker.isArrayType(part) ? part.getNumberIndexType() : undefined;
    if (item) add(checker, { type: item, at: `${at}[]` }, params);
    else if (isHash(part)) {
      for (const member of part.getProperties()) {
        const path = at ? `${at}.${member.name}` : member.name;
        add(checker, { type: checker.getTypeOfSymbol(member), at: path }, params);
      }
    }
  }
}

/** The values are those that the client has a name for; it leaves room for others. */
function add(checker: ts.TypeChecker, place: Place, params: Params): void {
  const values = partsOf(place.type).flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  params[place.at] = values.filter((value) => value !== "");
  addMembers(checker, place, params);
}

function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** Not what is made of bytes or of exact numbers, nor one whose keys are the caller's. */
function isHash(type: ts.Type): boolean {
  const name = type.symbol?.name ?? "";
  if (type.isIntersection() || type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) return false;
  return !type.getStringIndexType() && !/Decimal|Buffer|Uint8Array|FileData|Stream/.test(name);
}

import type fc from "fast-check";
import type { IdentifiedTable } from "#db/rows";
import type { Viewer } from "#lib/auth/viewer";
import type { Ask, Asked, Order, Row } from "./asks.ts";

interface Question {
  asks: Ask[];
  /** By name; one may depend on what is asked for. */
  orders: Record<string, Order | ((asked: Asked) => Order)>;
  /** What of the rows is listed at all. */
  listed?(row: Row, asked: Asked): boolean;
  /** How long its pages are, where it says so whatever is asked. */
  pageSize?: number;
  /** What of a row is added up; without it rows are counted. */
  sums?(row: Row): { currency: string; amount: number };
}

/** Rows of a table of the database. */
interface Tabled {
  table: IdentifiedTable;
  /** What the asks look at, of each row. */
  facts: fc.Arbitrary<Record<string, unknown>>;
  /** Once the rows are there: what hangs on them. */
  after?(viewer: Viewer): Promise<void>;
}

/** Rows that lie elsewhere: puts them there, and tells them. */
interface Untabled {
  table?: undefined;
  fill(viewer: Viewer): Promise<Row[]>;
}

/** A list of what lies in a table. */
export type TableListing = Question & Tabled;

/** A list as brute force knows it: its rows, what it can be asked for, how it is ordered and added up. */
export type Listing = TableListing | (Question & Untabled);

/** Makes what the rows of a list need, in a business of its own. */
export type ListingOf = (viewer: Viewer) => Promise<Listing>;

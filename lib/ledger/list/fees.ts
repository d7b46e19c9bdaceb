import { or, eq, ne, type SQL, sql } from "drizzle-orm";
import { balanceTransactions as transaction } from "#db/schema/index";

/** What a movement of the balance cost: its own fee, or itself where it is one; less than nothing where a fee came back. */
export const feeAmount = sql<number>`case when ${transaction.reportingCategory} = 'fee' then -${transaction.amount} else ${transaction.fee} end`;

/** Whether a movement cost something, or gave back what it had cost. */
export const isFee: SQL | undefined = or(ne(transaction.fee, 0), eq(transaction.reportingCategory, "fee"));

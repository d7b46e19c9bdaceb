/* Every area's registration of its jobs and chores. Who does jobs imports this. */
import "#lib/ledger/jobs";
import "#lib/operations/jobs";

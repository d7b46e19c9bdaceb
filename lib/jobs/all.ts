/* Every area's registration of its jobs and chores. Who does jobs imports this. */
import "#lib/discounts/jobs";
import "#lib/disputes/jobs";
import "#lib/files/jobs";
import "#lib/idempotency/jobs";
import "#lib/ledger/jobs";
import "#lib/mail/jobs";
import "#lib/listeners/jobs";
import "#lib/notifications/jobs";
import "#lib/operations/jobs";
import "#lib/payments/jobs";
import "#lib/payouts/jobs";
import "#lib/refunds/jobs";
import "#lib/request-log/jobs";
import "#lib/tax-ids/jobs";
import "#lib/topups/jobs";
import "#lib/test-clocks/jobs";
import "#lib/webhooks/jobs";

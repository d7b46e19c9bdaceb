// A process that does jobs on the database of DATABASE_URL until it is killed.
import "#lib/jobs/all";
import { startJobs } from "#lib/jobs/runner";

startJobs();

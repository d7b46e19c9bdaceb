import { hour } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { planTwoStep } from "./plan-two-step.ts";

every("team.plan_two_step", hour, planTwoStep);

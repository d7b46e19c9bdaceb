import { minute } from "#lib/clock";
import { every, on } from "#lib/jobs/jobs";
import { fillCardJobs } from "./fill-jobs.ts";
import { renewCard } from "./renew-card.ts";
import { tellThatItExpires } from "./tell-expiring.ts";

on("source.expires", tellThatItExpires);
on("cards.renew", renewCard);
every("sources.card_jobs", minute, fillCardJobs);

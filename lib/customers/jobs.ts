import { minute } from "#lib/clock";
import { every, on } from "#lib/jobs/jobs";
import { eraseTraces } from "./erase/erase-traces.ts";
import { fillFigures } from "./figures/fill-figures.ts";
import { moveBelongings } from "./merge/move-belongings.ts";

on("customers.erase", eraseTraces);
on("customers.move", moveBelongings);
every("customers.figures", minute, fillFigures);

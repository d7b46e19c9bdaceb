import { on } from "#lib/jobs/jobs";
import { deliverMail } from "./deliver-mail.ts";

on("mail.deliver", deliverMail);

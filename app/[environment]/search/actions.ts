"use server";

import { forgetSearches } from "#lib/search/recent-searches";
import { formAction } from "../../_server/form-action";
import { forgetForm } from "./forms";

export const forget = formAction(forgetForm, (viewer, { search }) => forgetSearches(viewer, search));

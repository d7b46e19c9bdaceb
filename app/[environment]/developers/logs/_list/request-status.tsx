import { Status } from "../../../../_ui/status";

/** The answer's code, with what it means for the eye: good, the client's mistake, ours. */
export function RequestStatus({ status }: { status: number }) {
  const tone = status < 400 ? "good" : status < 500 ? "wait" : "hurt";
  return <Status tone={tone} mark="filled">{`${status}`}</Status>;
}

import pino from "pino";

const secrets = [
  "authorization",
  "cookie",
  '["set-cookie"]',
  "password",
  "secret",
  "client_secret",
  "number",
  "cvc",
  "token",
  "iban",
  "account_number",
];

const paths = secrets.flatMap((name) => {
  const suffix = name.startsWith("[") ? name : `.${name}`;
  return [suffix.replace(/^\./, ""), `*${suffix}`, `*.*${suffix}`, `*.*.*${suffix}`];
});

/** The process's log: one JSON object a line on standard output, secrets and card numbers blanked. */
export const log = createLog(process.env.LOG_LEVEL || "info");

/** A log of its own, for tests; `destination` receives the lines. */
export function createLog(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths, censor: "[redacted]" },
    serializers: { err: withoutValues },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The error of a failed query tells the values it ran with, in its message too: they stay out of the log. */
function withoutValues(error: Error): Partial<pino.SerializedError> {
  const { params: _values, ...facts } = pino.stdSerializers.err(error);
  const { message, stack } = facts;
  return { ...facts, message: message.replace(/\nparams: .*$/s, ""), stack: stack.replace(values, "") };
}

const values = /\nparams: .*?(?=\n {4}at |$)/gs;

import { formatDate, formatMoney, formatPercent, type TimeView } from "#lib/i18n/format";
import type { Translate } from "#lib/i18n/translator";

import { Chart } from "../_ui/chart";
import { Figures } from "../_ui/figures";
import { JsonView } from "../_ui/json-view";
import { Section } from "../_ui/section";
import { volume } from "./samples";

type PartProps = { t: Translate<"design">; view: TimeView };

export function FigureParts({ t, view }: PartProps) {
  const { locale } = view;
  const money = (amount: number) => formatMoney(amount, "eur", locale);
  return (
    <Section title={t("sections.figures")}>
      <Figures
        figures={[
          {
            key: "1",
            label: t("figures.gross"),
            value: money(348_210),
            note: t("figures.grossNote"),
            tone: "good",
          },
          {
            key: "2",
            label: t("figures.available"),
            value: money(1_820_477),
            note: t("figures.availableNote"),
          },
          {
            key: "3",
            label: t("figures.rate"),
            value: formatPercent(0.934, locale),
            note: t("figures.rateNote"),
            tone: "hurt",
          },
          {
            key: "4",
            label: t("figures.disputes"),
            value: formatPercent(0.0031, locale, 2),
            note: t("figures.disputesNote"),
          },
        ]}
      />
      <div className="mt-6">
        <Chart
          id="volume"
          locale={locale}
          caption={t("figures.caption")}
          axis={t("figures.day")}
          labels={volume.map(({ at }) => formatDate(at, view))}
          series={[
            {
              label: t("figures.now"),
              values: volume.map(({ amount }) => amount / 100),
              shown: volume.map(({ amount }) => money(amount)),
            },
            {
              label: t("figures.before"),
              values: volume.map(({ before }) => before / 100),
              shown: volume.map(({ before }) => money(before)),
            },
          ]}
        />
      </div>
    </Section>
  );
}

const refund = {
  id: "re_1S2kR",
  object: "refund",
  amount: 2000,
  currency: "eur",
  metadata: { order_id: "ML-20417" },
  failure_reason: null,
  instructions_email: "h•••@proton.me",
  pending: false,
};

export function Code({ t }: { t: Translate<"design"> }) {
  return (
    <Section title={t("sections.code")}>
      <JsonView value={refund} label={t("code.response")} />
    </Section>
  );
}

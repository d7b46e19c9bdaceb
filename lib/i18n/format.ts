export {
  formatDate,
  formatDateTime,
  formatMonth,
  formatTime,
  formatTimeWithSeconds,
  formatWhen,
  timeZoneCity,
  type TimeView,
} from "#lib/i18n/format-date";
export { formatList } from "#lib/i18n/format-list";
export { formatMoney, moneyParts, type MoneyParts } from "#lib/i18n/format-money";
export { formatCompact, formatNumber, formatPercent, formatRate } from "#lib/i18n/format-number";

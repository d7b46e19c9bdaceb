import { type Translate, translator } from "#lib/i18n/translator";
import type { Locale } from "#lib/i18n/locale";

import { Button, ButtonLink } from "../_ui/button";
import { Copyable } from "../_ui/copyable";
import { IconButton } from "../_ui/icon-button";
import { Menu, MenuButton, MenuLink, MenuRule } from "../_ui/menu";
import { Money } from "../_ui/money";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { Avatar, Badge, Kbd, Logo } from "../_ui/small";
import { Status } from "../_ui/status";
import { looks, statusKeys } from "./samples";

export function Buttons({ t }: { t: Translate<"design"> }) {
  return (
    <Section title={t("sections.buttons")}>
      <div className="grid gap-4">
        <div className="ui-actions">
          <Button tone="primary" type="button" after={<Kbd>R</Kbd>}>
            {t("buttons.refund")}
          </Button>
          <Button type="button">{t("buttons.sendReceipt")}</Button>
          <Button type="button" icon="download">
            {t("buttons.export")}
          </Button>
          <Button type="button" tone="danger">
            {t("buttons.cancelPayment")}
          </Button>
          <Button type="button" tone="quiet">
            {t("buttons.details")}
          </Button>
          <ButtonLink href="#menu">{t("buttons.openLink")}</ButtonLink>
        </div>
        <div className="ui-actions">
          <Button tone="primary" disabledReason={t("buttons.whyNot")}>
            {t("buttons.refund")}
          </Button>
          <Menu side="start" opener={{ words: t("buttons.more") }}>
            <MenuLink href="#content" icon="copy" current>
              {t("buttons.duplicate")}
            </MenuLink>
            <MenuLink href="#content" icon="link">
              {t("buttons.copyLink")}
            </MenuLink>
            <MenuRule />
            <form action="/design">
              <MenuButton icon="ban" tone="danger">
                {t("buttons.cancelPayment")}
              </MenuButton>
            </form>
          </Menu>
          <IconButton icon="pencil" label={t("buttons.details")} type="button" />
        </div>
      </div>
    </Section>
  );
}

export function Words({ t, locale }: { t: Translate<"design">; locale: Locale }) {
  const common = translator(locale, "common");
  return (
    <Section title={t("sections.words")}>
      <div className="grid gap-4">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {statusKeys.map((key) => (
            <Status key={key} {...looks[key]}>
              {t(`status.${key}`)}
            </Status>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Money amount={6450} currency="eur" locale={locale} />
          <Money amount={-2000} currency="eur" locale={locale} />
          <Money amount={18_500} currency="jpy" locale={locale} sign="movement" />
          <Money amount={124_000} currency="usd" locale={locale} as="sentence" />
          <Badge>{t("nav.live")}</Badge>
          <Badge tone="wait">{t("nav.test")}</Badge>
          <Badge tone="hurt">{t("status.disputed")}</Badge>
          <Badge tone="act">{t("status.succeeded")}</Badge>
          <Kbd>/</Kbd>
          <Logo />
          <Avatar name="Amélie Garnier" />
          <Copyable value="pi_1S2kQm8xTgV4" copy={common("copy")} copied={common("copied")} />
        </div>
      </div>
    </Section>
  );
}

export function Notices({ t }: { t: Translate<"design"> }) {
  return (
    <Section title={t("sections.notices")}>
      <div className="grid gap-2">
        <Notice>{t("notices.plain")}</Notice>
        <Notice tone="good" title={t("notices.goodTitle")}>
          {t("notices.good")}
        </Notice>
        <Notice
          tone="wait"
          title={t("notices.waitTitle")}
          action={<ButtonLink href="#content">{t("notices.review")}</ButtonLink>}
        >
          {t("notices.wait")}
        </Notice>
        <Notice tone="hurt" title={t("notices.hurtTitle")}>
          {t("notices.hurt")}
        </Notice>
      </div>
    </Section>
  );
}

export function Type({ t }: { t: Translate<"design"> }) {
  return (
    <Section title={t("sections.type")}>
      <div className="grid gap-2">
        <p className="font-serif text-[30px] leading-9 font-medium">{t("type.serif")}</p>
        <h3>{t("type.heading")}</h3>
        <p>{t.rich("type.text", { a: (words) => <a href="#content">{words}</a> })}</p>
        <p>
          <small className="text-soft">{t("type.small")}</small>
        </p>
      </div>
    </Section>
  );
}

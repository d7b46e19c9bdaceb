import { expect, test } from "vitest";
import { permissionToEnter, permissionToSend } from "#lib/auth/sections";

test("a page asks for what its section asks for, its question pages for what they do", () => {
  expect(permissionToEnter("transactions")).toBe("payments:read");
  expect(permissionToEnter("transactions/refunds")).toBe("payments:read");
  expect(permissionToEnter("transactions/pi_1")).toBe("payments:read");
  expect(permissionToEnter("transactions/pi_1/refund")).toBe("refunds:write");
  expect(permissionToEnter("transactions/pi_1/receipt")).toBe("receipts:send");
  for (const question of ["capture", "cancel", "metadata"]) {
    expect(permissionToEnter(`transactions/pi_1/${question}`)).toBe("payments:write");
  }
  expect(permissionToEnter("transactions/cash-returns/re_1")).toBe("customers:read");
  expect(permissionToEnter("transactions/cash-returns/re_1/cancel")).toBe("refunds:write");
  expect(permissionToEnter("settings/keys/new/secret")).toBe("keys:write");
  for (const open of ["", "search", "transactionsx"]) expect(permissionToEnter(open)).toBeNull();
});

test("sending a form may ask for more than reading its page", () => {
  expect(permissionToEnter("settings/account")).toBe("account:read");
  expect(permissionToSend("settings/account")).toBe("account:write");
  expect(permissionToSend("settings/user")).toBe("account:read");
  expect(permissionToSend("transactions/pi_1/refund")).toBe("refunds:write");
});

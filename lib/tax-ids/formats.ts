/*
 * What numbers of each type look like, without the spaces, dots, dashes and strokes people write in them.
 * Source: https://docs.stripe.com/billing/customer/tax-ids#supported-tax-id
 */
const formats = {
  ad_nrt: /^[A-Z]\d{6}[A-Z]$/,
  ae_trn: /^\d{15}$/,
  al_tin: /^[A-Z]\d{8}[A-Z]$/,
  am_tin: /^\d{8}$/,
  ao_tin: /^\d{10}$/,
  ar_cuit: /^\d{11}$/,
  au_abn: /^\d{11}$/,
  au_acn: /^\d{9}$/,
  au_arn: /^\d{12}$/,
  au_wpn: null,
  aw_tin: /^\d{8}$/,
  az_tin: /^\d{10}$/,
  ba_tin: /^\d{12}$/,
  bb_tin: /^\d{13}$/,
  bd_bin: /^\d{13}$/,
  bf_ifu: /^\d{8}[A-Z]$/,
  bg_uic: /^\d{9}$/,
  bh_vat: /^\d{15}$/,
  bj_ifu: /^\d{13}$/,
  bo_tin: /^\d{7,12}$/,
  br_cnpj: /^[A-Z\d]{12}\d{2}$/,
  br_cpf: /^\d{11}$/,
  bs_tin: /^\d{9}$/,
  bw_vat: null,
  by_tin: /^\d{9}$/,
  ca_bn: /^\d{9}$/,
  ca_gst_hst: /^\d{9}RT\d{4}$/,
  ca_pst_bc: /^PST\d{8}$/,
  ca_pst_mb: /^\d{7}$/,
  ca_pst_sk: /^\d{7}$/,
  ca_qst: /^\d{10}TQ\d{4}$/,
  cd_nif: /^[A-Z]\d{7}[A-Z]$/,
  ch_uid: /^CHE\d{9}$/,
  ch_vat: /^CHE\d{9}(MWST|TVA|IVA)$/,
  ci_vat: null,
  cl_tin: /^\d{7,8}[\dK]$/,
  cm_niu: /^[A-Z]\d{12}[A-Z]$/,
  cn_tin: /^[A-Z\d]{15,20}$/,
  co_nit: /^\d{9,10}$/,
  cr_tin: /^\d{9,12}$/,
  cv_nif: /^\d{9}$/,
  cz_dic: null,
  de_stn: /^\d{10,13}$/,
  do_rcn: /^(\d{9}|\d{11})$/,
  ec_ruc: /^\d{13}$/,
  eg_tin: /^\d{9}$/,
  es_cif: /^[A-Z]\d{7}[A-Z\d]$/,
  et_tin: /^\d{10}$/,
  eu_oss_vat: /^EU\d{9}$/,
  eu_vat:
    /^(ATU\d{8}|BE\d{10}|BG\d{9,10}|CY\d{8}[A-Z]|CZ\d{8,10}|DE\d{9}|DK\d{8}|EE\d{9}|EL\d{9}|ES[A-Z\d]\d{7}[A-Z\d]|FI\d{8}|FR[A-Z\d]{2}\d{9}|HR\d{11}|HU\d{8}(\d{3})?|IE\d[A-Z\d]\d{5}[A-Z]{1,2}|IT\d{11}|LT(\d{9}|\d{12})|LU\d{8}|LV\d{11}|MT\d{8}|NL\d{9}B\d{2}|PL\d{10}|PT\d{9}|RO\d{2,10}|SE\d{12}|SI\d{8}|SK\d{10}|XI(\d{9}|\d{12}|(GD|HA)\d{3}))$/,
  fo_vat: null,
  fr_siren: /^\d{9}$/,
  fr_siret: /^\d{14}$/,
  fr_spi: /^\d{13}$/,
  gb_vat: /^(GB|XI)?(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  ge_vat: /^\d{9}$/,
  gh_tin: null,
  gi_tin: null,
  gn_nif: /^\d{9}$/,
  hk_br: /^\d{8}$/,
  hr_oib: /^\d{11}$/,
  hu_tin: /^\d{11}$/,
  ic_nif: null,
  id_npwp: /^\d{15,16}$/,
  il_vat: /^\d{9}$/,
  in_gst: /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/,
  is_kt: /^\d{10}$/,
  is_vat: /^\d{5,6}$/,
  it_cf: /^([A-Z]{6}[A-Z\d]{2}[A-Z][A-Z\d]{2}[A-Z][A-Z\d]{3}[A-Z]|\d{11})$/,
  jp_cn: /^\d{13}$/,
  jp_rn: /^\d{5}$/,
  jp_trn: /^T\d{13}$/,
  ke_pin: /^[A-Z]\d{9}[A-Z]$/,
  kg_tin: /^\d{14}$/,
  kh_tin: /^\d{13}$/,
  kr_brn: /^\d{10}$/,
  kz_bin: /^\d{12}$/,
  la_tin: /^\d{12}$/,
  li_uid: /^CHE\d{9}$/,
  li_vat: /^\d{5}$/,
  lk_vat: null,
  ma_vat: /^\d{8}$/,
  md_cf: null,
  md_vat: /^\d{7}$/,
  me_pib: /^\d{8}$/,
  mk_vat: /^MK\d{13}$/,
  mr_nif: /^\d{8}$/,
  mu_vat: null,
  mx_rfc: /^[A-Z&Ñ]{3,4}\d{6}[A-Z\d]{3}$/,
  my_frp: /^\d{8}$/,
  my_itn: /^[A-Z]{1,2}\d{10,11}$/,
  my_sst: /^[A-Z]\d{14}$/,
  mz_nuit: /^\d{9}$/,
  ng_tin: /^\d{12}$/,
  no_vat: /^\d{9}MVA$/,
  no_voec: /^\d{7}$/,
  np_pan: /^\d{9}$/,
  nz_bn: /^\d{13}$/,
  nz_gst: /^\d{8,9}$/,
  om_vat: /^OM\d{10}$/,
  pe_ruc: /^\d{11}$/,
  ph_tin: /^\d{9,14}$/,
  pl_nip: /^\d{10}$/,
  pt_nif: /^\d{9}$/,
  py_ruc: null,
  ro_tin: /^\d{13}$/,
  rs_pib: /^\d{9}$/,
  ru_inn: /^(\d{10}|\d{12})$/,
  ru_kpp: /^\d{9}$/,
  sa_vat: /^\d{15}$/,
  sg_gst: /^[A-Z]\d{8}[A-Z]$/,
  sg_uen: /^[A-Z\d]{8,9}[A-Z]$/,
  si_tin: /^\d{8}$/,
  sm_coe: null,
  sn_ninea: /^\d{7,8}[A-Z\d]{2,3}$/,
  sr_fin: /^\d{10}$/,
  sv_nit: /^\d{14}$/,
  th_vat: /^\d{13}$/,
  tj_tin: /^\d{9}$/,
  tr_tin: /^\d{10}$/,
  tt_bir: null,
  tt_vat: null,
  tw_vat: /^\d{8}$/,
  tz_vat: /^\d{8}[A-Z]$/,
  ua_vat: /^\d{9,12}$/,
  ug_tin: /^\d{10}$/,
  us_ein: /^\d{9}$/,
  uy_ruc: /^\d{12}$/,
  uz_tin: /^\d{9}$/,
  uz_vat: /^\d{12}$/,
  ve_rif: /^[A-Z]\d{9}$/,
  vn_tin: /^\d{10}(\d{3})?$/,
  za_vat: /^\d{10}$/,
  zm_tin: /^\d{10}$/,
  zw_tin: /^\d{10}$/,
} satisfies Record<string, RegExp | null>;

export type TaxIdType = keyof typeof formats;

/** Every type there is. */
export const taxIdTypes = Object.keys(formats) as TaxIdType[];

export function isTaxIdType(type: string): type is TaxIdType {
  return Object.hasOwn(formats, type);
}

/** Whether a number could be one of this type. Says nothing of whether it was ever given to anybody. */
export function hasFormat(type: TaxIdType, value: string): boolean {
  const bare = value.toUpperCase().replaceAll(/[\s./-]/g, "");
  return (formats[type] ?? anything).test(bare);
}

/** Where a number of this type comes from: two letters, upper case; null for the whole Union. */
export function countryOf(type: TaxIdType, value: string): string | null {
  if (type === "eu_oss_vat") return null;
  const code = (type === "eu_vat" ? value : type).trim().slice(0, 2).toUpperCase();
  return otherNames[code] ?? code;
}

/** Types whose format is not documented. */
const anything = /^[A-Z\d]{4,20}$/;

/** Greece, Northern Ireland and the Canary Islands have codes of their own in tax matters. */
const otherNames: Record<string, string> = { EL: "GR", XI: "GB", IC: "ES" };

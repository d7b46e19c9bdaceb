interface TaxCode {
  id: string;
  name: string;
  description: string;
}

/*
 * The tax codes that can be told about: the preset ones, and those of software, media and clothing. There are some
 * hundreds more, which products take as well. Source: https://docs.stripe.com/tax/tax-codes
 */
export const taxCodes: readonly TaxCode[] = [
  code("00000000", "Nontaxable", "Anything that no tax is to be charged on, wherever it is sold."),
  code(
    "10000000",
    "General - Electronically Supplied Services",
    "A service delivered mainly over the internet, by software rather than by people.",
  ),
  code("10010001", "Infrastructure as a service (IaaS) - personal use", "Rented computers, for people."),
  code("10101000", "Infrastructure as a service (IaaS) - business use", "Rented computers, for businesses."),
  code(
    "10102000",
    "Platform as a service (PaaS) - business use",
    "A platform to run software on, for businesses.",
  ),
  code(
    "10102001",
    "Platform as a service (PaaS) - personal use",
    "A platform to run software on, for people.",
  ),
  code(
    "10103000",
    "Software as a service (SaaS) - personal use",
    "Software used over the internet, by people.",
  ),
  code(
    "10103001",
    "Software as a service (SaaS) - business use",
    "Software used over the internet, by businesses.",
  ),
  code(
    "10103100",
    "Software as a service (SaaS) - electronic download - personal use",
    "Software used over the internet with something to download, such as an app, by people.",
  ),
  code(
    "10103101",
    "Software as a service (SaaS) - electronic download - business use",
    "Software used over the internet with something to download, such as an app, by businesses.",
  ),
  code(
    "10104001",
    "Cloud-based business process as a service",
    "Work that a business gives away, done over the internet.",
  ),
  code(
    "10201000",
    "Video Games - downloaded - non subscription - with permanent rights",
    "A game that is downloaded and kept.",
  ),
  code("10202000", "Downloadable software - personal use", "Software that is downloaded, for people."),
  code("10202003", "Downloadable software - business use", "Software that is downloaded, for businesses."),
  code(
    "10203000",
    "Downloadable software - custom - personal use",
    "Software made for one buyer and downloaded, for people.",
  ),
  code(
    "10203001",
    "Downloadable software - custom - business use",
    "Software made for one buyer and downloaded, for businesses.",
  ),
  code("10301000", "Audiobook", "A book read aloud, to keep."),
  code(
    "10302000",
    "Digital Books - downloaded - non subscription - with permanent rights",
    "A book that is downloaded and kept.",
  ),
  code("10303000", "Digital magazine - subscription", "A magazine that keeps coming, to keep."),
  code("10303100", "Digital magazine", "One issue of a magazine, to keep."),
  code("10304000", "Digital newspaper", "One issue of a newspaper, to keep."),
  code("10304100", "Digital newspaper - subscription", "A newspaper that keeps coming, to keep."),
  code(
    "10401000",
    "Digital audio streaming - limited use",
    "Music or another recording to listen to for a time.",
  ),
  code(
    "10401100",
    "Digital Audio Works - downloaded - non subscription - with permanent rights",
    "Music or another recording that is downloaded and kept.",
  ),
  code(
    "10401200",
    "Digital audio streaming - subscription",
    "Music or other recordings to listen to while a subscription lasts.",
  ),
  code("10402000", "Digital video streaming - limited use", "A film to watch for a time."),
  code("10402100", "Digital video - unlimited use", "A film to keep."),
  code("10402200", "Digital video streaming - subscription", "Films to watch while a subscription lasts."),
  code(
    "10402300",
    "Digital video streaming - live performance (limited use)",
    "A performance to watch while it happens.",
  ),
  code("10501000", "Digital image", "A picture to keep."),
  code("10502000", "Gift card", "A card to pay with for something else, delivered over the internet."),
  code(
    "10503000",
    "Other - article delivered electronically",
    "Anything else that is delivered over the internet, to keep.",
  ),
  code("10701000", "Website advertising", "Making and placing advertisements on the internet."),
  code("10701100", "Website Hosting", "Keeping somebody's site on the internet."),
  code("10701200", "Website design", "Designing somebody's site."),
  code("10701300", "Website data processing", "Making, changing or reading data over the internet."),
  code("10701400", "Website information services", "Finding and comparing information over the internet."),
  code("20010003", "Cleaning services", "Cleaning of things."),
  code("20030000", "General - Services", "A service of any kind; the usual rate applies."),
  code("20060055", "Marketing Services", "Research into what people want, and telling them of it."),
  code("30011000", "Clothing and footwear", "Clothes and shoes."),
  code("30011200", "Children's clothing and footwear", "Clothes and shoes for children."),
  code("30060006", "Hats", "Hats."),
  code("30060007", "Jewelry", "Jewelry."),
  code("30060010", "Non-clothing accessories", "What is worn but is no clothing."),
  code("35010000", "Books", "Books on paper."),
  code("92010001", "Shipping", "Bringing goods to whoever bought them."),
  code("99999999", "General - Tangible Goods", "Things of any kind; the usual rate applies."),
];

function code(digits: string, name: string, description: string): TaxCode {
  return { id: `txcd_${digits}`, name, description };
}

import type { Random } from "./random.ts";

/** A name as it is written, and as it looks in an email address where that differs. */
type Written = string | readonly [string, string];

interface People {
  given: readonly Written[];
  family: readonly Written[];
  /** Between given and family name. */
  order: "given first" | "family first";
  cities: readonly (readonly [city: string, postalCode: string, state: string | null])[];
  streets: readonly string[];
  /** Where the house number goes. */
  number: "before" | "after";
  mail: readonly string[];
}

// prettier-ignore
const french: People = {
  given: ["Amélie", "Léa", "Chloé", "Hélène", "Zoé", "Inès", "Camille", "Manon", "Élodie", "Noémie", "Anaïs", "Jeanne",
    "Margaux", "Clémence", "Aurélie", "Céline", "Benoît", "Jérôme", "François", "Loïc", "Théo", "Gaël", "Mathieu",
    "Rémi", "Hugo", "Antoine", "Étienne", "Sébastien", "Yasmine", "Karim", "Fatou", "Mamadou"],
  family: ["Lefèvre", "Garnier", "Dubois", "Moreau", "Girard", "Mercier", "Fontaine", "Chevalier", "Roux", "Béranger",
    "Lemaître", "Guérin", "Perrin", "Barbier", "Faure", "Rousseau", "Marchand", "Léger", "Besson", "Vasseur",
    "Benali", "Diallo", "Nguyen", "Pélissier", "Castel", "d'Aubigné", "de La Tour", "Hébert"],
  order: "given first",
  cities: [["Paris", "75011", null], ["Lyon", "69003", null], ["Marseille", "13006", null], ["Aix-en-Provence", "13100", null],
    ["Nantes", "44000", null], ["Strasbourg", "67000", null], ["Bordeaux", "33000", null], ["Lille", "59800", null],
    ["Annecy", "74000", null], ["Saint-Étienne", "42000", null], ["Besançon", "25000", null], ["Nîmes", "30900", null]],
  streets: ["rue des Lilas", "avenue Jean-Jaurès", "rue de la République", "boulevard Voltaire", "place du Marché",
    "rue Sainte-Cécile", "chemin des Amandiers", "quai de Saône"],
  number: "before",
  mail: ["orange.example", "laposte.example", "free.example", "mail.example"],
};

// prettier-ignore
const german: People = {
  given: ["Jürgen", "Käthe", "Anneliese", "Björn", "Lena", "Maximilian", "Sophie", "Felix", "Greta", "Jonas", "Mathilda", "Emre"],
  family: ["Müller", "Schäfer", "Weiß", "Köhler", "Krüger", "Vogel", "Lindner", "Böhm", "Yılmaz", "Neumann", "Großmann", "Zimmermann"],
  order: "given first",
  cities: [["Berlin", "10405", null], ["München", "80331", null], ["Köln", "50667", null], ["Hamburg", "20095", null], ["Leipzig", "04109", null]],
  streets: ["Gartenstraße", "Bahnhofstraße", "Lindenallee", "Schloßweg", "Mühlgasse"],
  number: "after",
  mail: ["post.example", "netz.example", "mail.example"],
};

// prettier-ignore
const english: People = {
  given: ["Olivia", "Harriet", "Zoë", "Siobhán", "Imogen", "Grace", "Aisha", "Oliver", "Callum", "Rhys", "Priya", "Marcus",
    "Ava", "Mason", "Chloe", "Brandon", "Renée", "Tyler", "Mónica", "Jamal"],
  family: ["Whitfield", "O'Connor", "Hughes", "Okafor", "Patel", "MacLeod", "Bennett", "Fairweather", "Sinclair", "Nguyễn",
    "Rodríguez", "Johnson", "Kowalski", "Brontë", "Carter", "Delgado", "Hayes", "Müller-Reed"],
  order: "given first",
  cities: [["London", "E1 6AN", null], ["Bristol", "BS1 4DJ", null], ["Edinburgh", "EH1 2NG", null], ["Leeds", "LS1 4AP", null]],
  streets: ["Church Lane", "Victoria Road", "Mill Street", "Orchard Close", "King's Parade"],
  number: "before",
  mail: ["post.example", "mail.example", "inbox.example"],
};

// prettier-ignore
const american: People = {
  ...english,
  cities: [["New York", "10014", "NY"], ["Portland", "97209", "OR"], ["Austin", "78704", "TX"], ["San José", "95112", "CA"],
    ["Chicago", "60614", "IL"], ["Boston", "02116", "MA"], ["Burlington", "05401", "VT"]],
  streets: ["Maple Avenue", "Elm Street", "Bedford Street", "Hawthorne Boulevard", "Lake Shore Drive"],
};

// prettier-ignore
const spanish: People = {
  given: ["Lucía", "Íñigo", "Begoña", "Álvaro", "Marta", "Núria", "Jesús", "Carmen", "Andrés", "Sofía"],
  family: ["García", "Muñoz", "Fernández", "Ibáñez", "Peña", "Núñez", "Ortega", "Castaño", "Gutiérrez"],
  order: "given first",
  cities: [["Madrid", "28004", null], ["Barcelona", "08012", null], ["A Coruña", "15001", null], ["Málaga", "29005", null]],
  streets: ["Calle de Alcalá", "Calle Mayor", "Passeig de Gràcia", "Avenida de la Constitución"],
  number: "after",
  mail: ["correo.example", "mail.example"],
};

// prettier-ignore
const italian: People = {
  given: ["Giulia", "Niccolò", "Chiara", "Lorenzo", "Beatrice", "Matteo", "Ludovica", "Elia"],
  family: ["Rossi", "Ferrari", "D'Angelo", "Esposito", "Moretti", "Barbieri", "Galli", "Cattaneo"],
  order: "given first",
  cities: [["Milano", "20121", "MI"], ["Torino", "10121", "TO"], ["Bologna", "40121", "BO"], ["Forlì", "47121", "FC"]],
  streets: ["Via Garibaldi", "Corso Vittorio Emanuele", "Piazza della Libertà", "Via dei Mille"],
  number: "after",
  mail: ["posta.example", "mail.example"],
};

// prettier-ignore
const japanese: People = {
  given: [["花子", "hanako"], ["さくら", "sakura"], ["美咲", "misaki"], ["健太", "kenta"], ["翔太", "shota"], ["陽子", "yoko"], ["直樹", "naoki"]],
  family: [["山田", "yamada"], ["佐藤", "sato"], ["鈴木", "suzuki"], ["高橋", "takahashi"], ["渡辺", "watanabe"], ["中村", "nakamura"], ["小林", "kobayashi"]],
  order: "family first",
  cities: [["東京都渋谷区", "150-0041", "東京都"], ["京都市中京区", "604-8005", "京都府"], ["札幌市中央区", "060-0042", "北海道"]],
  streets: ["神南", "御池通", "大通西"],
  number: "after",
  mail: ["yubin.example", "mail.example"],
};

// prettier-ignore
const dutch: People = {
  given: ["Sanne", "Daan", "Noor", "Thijs", "Fleur", "Joris", "Eline", "Zoë"],
  family: ["de Vries", "van den Berg", "Bakker", "Jansen", "Smit", "van 't Hof", "Peeters", "Claes"],
  order: "given first",
  cities: [["Amsterdam", "1015 DK", null], ["Gent", "9000", null], ["Antwerpen", "2000", null], ["Liège", "4000", null]],
  streets: ["Prinsengracht", "Kerkstraat", "Dorpsstraat", "Molenweg"],
  number: "after",
  mail: ["post.example", "mail.example"],
};

// prettier-ignore
const peopleOf: Record<string, People> = {
  FR: french, CH: { ...french, cities: [["Genève", "1204", "GE"], ["Lausanne", "1003", "VD"], ["Zürich", "8001", "ZH"]] },
  DE: german, AT: { ...german, cities: [["Wien", "1010", null], ["Graz", "8010", null]] },
  GB: english, US: american, CA: { ...american, cities: [["Montréal", "H2X 1Y4", "QC"], ["Toronto", "M5V 2T6", "ON"]] },
  ES: spanish, IT: italian, JP: japanese, NL: dutch, BE: dutch,
};

export interface Person {
  name: string;
  email: string;
  address: {
    city: string;
    country: string;
    line1: string;
    line2: null;
    postal_code: string;
    state: string | null;
  };
}

/** Somebody who could live in `country`. `number` keeps two people of one name apart in their email addresses. */
export function somebody(country: string, number: number, random: Random): Person {
  const people = peopleOf[country] ?? english;
  const given = random.pick(people.given);
  const family = random.pick(people.family);
  const names =
    people.order === "given first" ? [written(given), written(family)] : [written(family), written(given)];
  const [city, postalCode, state] = random.pick(people.cities);
  const house = 1 + random.int(140);
  const street = random.pick(people.streets);
  return {
    name: names.join(" "),
    email: `${latin(given)}.${latin(family)}${number}@${random.pick(people.mail)}`,
    address: {
      city,
      country,
      line1: people.number === "before" ? `${house} ${street}` : `${street} ${house}`,
      line2: null,
      postal_code: postalCode,
      state,
    },
  };
}

function written(name: Written): string {
  return typeof name === "string" ? name : name[0];
}

function latin(name: Written): string {
  const text = typeof name === "string" ? name : name[1];
  return text
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

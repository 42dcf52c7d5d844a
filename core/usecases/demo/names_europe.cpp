#include <kith/usecases/demo/names.h>

namespace kith::demo {

namespace {

constexpr NamePart kEnglishGiven[] = {
    {"Alice"},   {"Oliver"}, {"Grace"}, {"Harry"},  {"Megan"},  {"Tom"},    {"Hannah"}, {"Joseph"},
    {"Eleanor"}, {"Samuel"}, {"Ruth"},  {"Edward"}, {"Phoebe"}, {"Martin"}, {"Joanne"}, {"Callum"},
    {"Judith"},  {"Ben"},    {"Lorna"}, {"Robin"},  {"Imogen"}, {"Keith"},  {"Sally"},  {"Dominic"},
    {"Frances"}, {"Neil"},   {"Holly"}, {"Leon"},   {"Beth"},   {"Adrian"},
};
constexpr NamePart kEnglishFamily[] = {
    {"Field"},     {"Hartley"},   {"Whitfield"},  {"Barker"},    {"Thornton"}, {"Ashworth"},
    {"Pickles"},   {"Sutcliffe"}, {"Holroyd"},    {"Greenwood"}, {"Marsden"},  {"Ackroyd"},
    {"Bentley"},   {"Crossley"},  {"Dyson-Reid"}, {"Fairburn"},  {"Garside"},  {"Haigh"},
    {"Ingham"},    {"Kershaw"},   {"Lister"},     {"Midgley"},   {"Naylor"},   {"Ogden"},
    {"Priestley"}, {"Ramsden"},   {"Shackleton"}, {"Tordoff"},   {"Uttley"},   {"Wadsworth"},
};
constexpr NamePart kCelticGiven[] = {
    {"Saoirse"},        {"Niamh"},
    {"Oisín", "oisin"}, {"Ciarán", "ciaran"},
    {"Aoife"},          {"Róisín", "roisin"},
    {"Eoin"},           {"Siobhán", "siobhan"},
    {"Rhys"},           {"Carys"},
    {"Gethin"},         {"Siân", "sian"},
    {"Angharad"},       {"Iain"},
    {"Mairi"},          {"Catriona"},
    {"Fergus"},         {"Eilidh"},
    {"Hamish"},         {"Gwen"},
};
constexpr NamePart kCelticFamily[] = {
    {"Byrne"},
    {"O’Sullivan", "osullivan"},
    {"Ní Dhomhnaill", "nidhomhnaill"},
    {"Gallagher"},
    {"Keane"},
    {"Ó Briain", "obriain"},
    {"Llewellyn"},
    {"Pritchard"},
    {"Gruffydd"},
    {"Morgan"},
    {"MacLeod"},
    {"Sinclair"},
    {"Drummond"},
    {"Kerr"},
    {"Rafferty"},
    {"Doherty"},
    {"Vaughan"},
    {"Bevan"},
    {"Farquhar"},
    {"Mulligan"},
};
constexpr NamePart kFrenchGiven[] = {
    {"Élodie", "elodie"}, {"Noémie", "noemie"}, {"Léa", "lea"},   {"François", "francois"}, {"Aurélien", "aurelien"},
    {"Camille"},          {"Maëlle", "maelle"}, {"Théo", "theo"}, {"Benoît", "benoit"},     {"Hélène", "helene"},
    {"Jérôme", "jerome"}, {"Anaïs", "anais"},   {"Lucien"},       {"Océane", "oceane"},     {"Étienne", "etienne"},
    {"Margaux"},
};
constexpr NamePart kFrenchFamily[] = {
    {"Moreau"},
    {"Lefèvre", "lefevre"},
    {"Gauthier"},
    {"Béranger", "beranger"},
    {"Chevalier"},
    {"Rousselet"},
    {"Delacroix"},
    {"Fournier"},
    {"Périn", "perin"},
    {"Marchand"},
    {"Besançon", "besancon"},
    {"Courtois"},
    {"Aubry"},
    {"Vasseur"},
    {"Lemaître", "lemaitre"},
    {"Tanguy"},
};
constexpr NamePart kIberianGiven[] = {
    {"Ana"},
    {"Beatriz"},
    {"Lucía", "lucia"},
    {"Iñigo", "inigo"},
    {"Joaquín", "joaquin"},
    {"Inês", "ines"},
    {"João", "joao"},
    {"Conceição", "conceicao"},
    {"Álvaro", "alvaro"},
    {"Nuria"},
    {"Tomás", "tomas"},
    {"Begoña", "begona"},
    {"Simão", "simao"},
    {"Marisol"},
    {"Rui"},
    {"Ximena"},
    {"Andrés", "andres"},
    {"Letícia", "leticia"},
    {"Gonçalo", "goncalo"},
    {"Pilar"},
};
constexpr NamePart kIberianFamily[] = {
    {"Ruiz"},
    {"Santos"},
    {"Ibáñez", "ibanez"},
    {"Gonçalves", "goncalves"},
    {"Núñez", "nunez"},
    {"Araújo", "araujo"},
    {"Echeverría", "echeverria"},
    {"Magalhães", "magalhaes"},
    {"Salcedo"},
    {"Brandão", "brandao"},
    {"Quiroga"},
    {"Valdés", "valdes"},
    {"Figueiredo"},
    {"Peña", "pena"},
    {"Leitão", "leitao"},
    {"Carrasco"},
    {"Sepúlveda", "sepulveda"},
    {"Tavares"},
    {"Zamora"},
    {"Corrêa", "correa"},
};
constexpr NamePart kGermanGiven[] = {
    {"Zoë", "zoe"}, {"Jürgen", "juergen"}, {"Käthe", "kaethe"}, {"Björn", "bjoern"}, {"Annelie"},       {"Lukas"},
    {"Friederike"}, {"Götz", "goetz"},     {"Sabine"},          {"Matthias"},        {"Änne", "aenne"}, {"Torsten"},
    {"Marlene"},    {"Jörg", "joerg"},     {"Wiebke"},          {"Hanno"},
};
constexpr NamePart kGermanFamily[] = {
    {"Müller", "mueller"},
    {"Schäfer", "schaefer"},
    {"Weiß", "weiss"},
    {"Brandt"},
    {"Köhler", "koehler"},
    {"Lindemann"},
    {"Groß", "gross"},
    {"Vogel"},
    {"Jäger", "jaeger"},
    {"Hübner", "huebner"},
    {"Reinhardt"},
    {"Böttcher", "boettcher"},
    {"Seidel"},
    {"Kühn", "kuehn"},
    {"Althaus"},
    {"Wolff"},
};
constexpr NamePart kNordicGiven[] = {
    {"Lars"},
    {"Noah"},
    {"Åsa", "asa"},
    {"Søren", "soren"},
    {"Jørgen", "jorgen"},
    {"Ingrid"},
    {"Linnéa", "linnea"},
    {"Håkon", "hakon"},
    {"Maja"},
    {"Einar"},
    {"Þóra", "thora"},
    {"Solveig"},
    {"Väinö", "vaino"},
    {"Aino"},
    {"Göran", "goran"},
    {"Bjørk", "bjork"},
};
constexpr NamePart kNordicFamily[] = {
    {"Olsen"},
    {"Lindqvist"},
    {"Sjöberg", "sjoberg"},
    {"Ødegård", "odegard"},
    {"Nyström", "nystrom"},
    {"Virtanen"},
    {"Hämäläinen", "hamalainen"},
    {"Østergaard", "ostergaard"},
    {"Bergström", "bergstrom"},
    {"Dahl"},
    {"Løvenskiold", "lovenskiold"},
    {"Mäkelä", "makela"},
    {"Kjær", "kjaer"},
    {"Åkesson", "akesson"},
    {"Solheim"},
    {"Friis"},
};
constexpr NamePart kCentralGiven[] = {
    {"Zofia"},
    {"Łukasz", "lukasz"},
    {"Małgorzata", "malgorzata"},
    {"Paweł", "pawel"},
    {"Jiří", "jiri"},
    {"Zuzana"},
    {"Ondřej", "ondrej"},
    {"Kateřina", "katerina"},
    {"Ioana"},
    {"Ștefan", "stefan"},
    {"Andrei"},
    {"Mădălina", "madalina"},
    {"Željko", "zeljko"},
    {"Vesna"},
    {"Jasna"},
    {"Grzegorz"},
    {"Agnieszka"},
    {"Dragoș", "dragos"},
};
constexpr NamePart kCentralFamily[] = {
    {"Wójcik", "wojcik"},
    {"Mazur"},
    {"Kaczmarek"},
    {"Krawczyk"},
    {"Zając", "zajac"},
    {"Dąbek", "dabek"},
    {"Kovář", "kovar"},
    {"Janků", "janku"},
    {"Ionescu"},
    {"Țăranu", "taranu"},
    {"Munteanu"},
    {"Babić", "babic"},
    {"Kovačić", "kovacic"},
    {"Župan", "zupan"},
    {"Pawlak"},
    {"Gołąb", "golab"},
    {"Stănescu", "stanescu"},
    {"Horvat"},
};
constexpr NamePart kHungarianGiven[] = {
    {"Eszter"},           {"Gábor", "gabor"}, {"Zsófia", "zsofia"}, {"Bálint", "balint"}, {"Ágnes", "agnes"},
    {"Lőrinc", "lorinc"}, {"Réka", "reka"},   {"Attila"},           {"Tünde", "tunde"},   {"Csaba"},
};
constexpr NamePart kHungarianFamily[] = {
    {"Szabó", "szabo"},   {"Kőszegi", "koszegi"}, {"Fehér", "feher"},   {"Balogh"},           {"Szűcs", "szucs"},
    {"Halász", "halasz"}, {"Vörös", "voros"},     {"Molnár", "molnar"}, {"Bárány", "barany"}, {"Csonka"},
};
constexpr NamePart kItalianGiven[] = {
    {"Chiara"}, {"Matteo"},  {"Ginevra"}, {"Niccolò", "niccolo"},
    {"Serena"}, {"Davide"},  {"Letizia"}, {"Edoardo"},
    {"Noemi"},  {"Tommaso"}, {"Ilaria"},  {"Ruggero"},
};
constexpr NamePart kItalianFamily[] = {
    {"Bellini"},
    {"De Santis", "desantis"},
    {"Fabbri"},
    {"Galli"},
    {"Lo Presti", "lopresti"},
    {"Marchetti"},
    {"Nicolò", "nicolo"},
    {"Orlandi"},
    {"Pellegrini"},
    {"Rinaldi"},
    {"Santoro"},
    {"Vitale"},
};
constexpr NamePart kTurkishGiven[] = {
    {"Elif"},           {"Gökhan", "gokhan"}, {"Ayşe", "ayse"},   {"Çağla", "cagla"}, {"Emre"},   {"İpek", "ipek"},
    {"Özlem", "ozlem"}, {"Barış", "baris"},   {"Nazlı", "nazli"}, {"Ümit", "umit"},   {"Dilara"}, {"Kerem"},
};
constexpr NamePart kTurkishFamily[] = {
    {"Yıldız", "yildiz"}, {"Şahin", "sahin"}, {"Öztürk", "ozturk"}, {"Aydın", "aydin"}, {"Çelik", "celik"}, {"Demir"},
    {"Koç", "koc"},       {"Güneş", "gunes"}, {"Arslan"},           {"Bulut"},          {"Işık", "isik"},   {"Toprak"},
};
using enum NameOrder;

constexpr Culture kEuropeans[] = {
    {.weight = 20, .order = GivenFirst, .doubles = true, .given = kEnglishGiven, .family = kEnglishFamily},
    {.weight = 7, .order = GivenFirst, .doubles = true, .given = kCelticGiven, .family = kCelticFamily},
    {.weight = 4, .order = GivenFirst, .doubles = true, .given = kFrenchGiven, .family = kFrenchFamily},
    {.weight = 6, .order = GivenFirst, .doubles = true, .given = kIberianGiven, .family = kIberianFamily},
    {.weight = 4, .order = GivenFirst, .doubles = true, .given = kGermanGiven, .family = kGermanFamily},
    {.weight = 4, .order = GivenFirst, .doubles = true, .given = kNordicGiven, .family = kNordicFamily},
    {.weight = 5, .order = GivenFirst, .doubles = false, .given = kCentralGiven, .family = kCentralFamily},
    {.weight = 1, .order = FamilyFirst, .doubles = false, .given = kHungarianGiven, .family = kHungarianFamily},
    {.weight = 3, .order = GivenFirst, .doubles = true, .given = kItalianGiven, .family = kItalianFamily},
    {.weight = 3, .order = GivenFirst, .doubles = false, .given = kTurkishGiven, .family = kTurkishFamily},
};

}  // namespace

std::span<const Culture> europeanCultures()
{
    return kEuropeans;
}

}  // namespace kith::demo

#include <kith/exchange/header_words.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace kith::exchange {

namespace {

constexpr unsigned kPeople = 1;
constexpr unsigned kTies = 2;
constexpr unsigned kInteractions = 4;
constexpr unsigned kAll = 7;

struct HeaderWord {
    std::string_view key;
    Column column;
    unsigned kinds = kPeople;
};

using enum Column;

// cli.md first, then exports (Google Contacts, Outlook, iCloud, LinkedIn, common CRMs), then German, French, Spanish.
constexpr HeaderWord kWords[] = {
    {"name", Name},
    {"full name", Name},
    {"display name", Name},
    {"contact name", Name},
    {"person", Name},
    {"candidate", Name},
    {"candidate name", Name},
    {"anzeigename", Name},
    {"vollstandiger name", Name},
    {"nom", Name},
    {"nom complet", Name},
    {"nombre", Name},
    {"nombre completo", Name},
    {"file as", Ignore},
    {"first name", GivenName},
    {"firstname", GivenName},
    {"given name", GivenName},
    {"forename", GivenName},
    {"vorname", GivenName},
    {"prenom", GivenName},
    {"nombre de pila", GivenName},
    {"last name", FamilyName},
    {"lastname", FamilyName},
    {"family name", FamilyName},
    {"surname", FamilyName},
    {"nachname", FamilyName},
    {"familienname", FamilyName},
    {"nom de famille", FamilyName},
    {"apellido", FamilyName},
    {"apellidos", FamilyName},
    {"title", Role},
    {"job title", Role},
    {"jobtitle", Role},
    {"organization title", Role},
    {"organisation title", Role},
    {"position", Role},
    {"role", Role},
    {"current title", Role},
    {"headline", Role},
    {"berufsbezeichnung", Role},
    {"stellenbezeichnung", Role},
    {"funktion", Role},
    {"beruf", Role},
    {"fonction", Role},
    {"poste", Role},
    {"titre", Role},
    {"intitule du poste", Role},
    {"cargo", Role},
    {"puesto", Role},
    {"organisation", Organisation},
    {"organization", Organisation},
    {"organization name", Organisation},
    {"organisation name", Organisation},
    {"company", Organisation},
    {"company name", Organisation},
    {"current company", Organisation},
    {"associated company", Organisation},
    {"account name", Organisation},
    {"employer", Organisation},
    {"firma", Organisation},
    {"unternehmen", Organisation},
    {"arbeitgeber", Organisation},
    {"entreprise", Organisation},
    {"societe", Organisation},
    {"employeur", Organisation},
    {"empresa", Organisation},
    {"compania", Organisation},
    {"organizacion", Organisation},
    {"area", Area},
    {"business area", Area},
    {"geschaftsbereich", Area},
    {"city", City},
    {"town", City},
    {"location", City},
    {"locality", City},
    {"address city", City},
    {"mailing city", City},
    {"business city", City},
    {"home city", City},
    {"other city", City},
    {"home address city", City},
    {"business address city", City},
    {"ort", City},
    {"ort geschaftlich", City},
    {"ort privat", City},
    {"stadt", City},
    {"wohnort", City},
    {"standort", City},
    {"ville", City},
    {"ciudad", City},
    {"localidad", City},
    {"poblacion", City},
    {"email", Email},
    {"email address", Email},
    {"email addresses", Email},
    {"emails", Email},
    {"mail", Email},
    {"email adresse", Email},
    {"courriel", Email},
    {"adresse email", Email},
    {"adresse mail", Email},
    {"adresse electronique", Email},
    {"adresse de messagerie", Email},
    {"correo", Email},
    {"correo electronico", Email},
    {"direccion de correo electronico", Email},
    {"phone", Phone},
    {"phones", Phone},
    {"phone number", Phone},
    {"telephone", Phone},
    {"telephone number", Phone},
    {"tel", Phone},
    {"mobile", Phone},
    {"mobile phone", Phone},
    {"mobile phone number", Phone},
    {"mobile number", Phone},
    {"cell", Phone},
    {"cell phone", Phone},
    {"car phone", Phone},
    {"telefon", Phone},
    {"telefonnummer", Phone},
    {"telefon geschaftlich", Phone},
    {"telefon privat", Phone},
    {"rufnummer", Phone},
    {"handy", Phone},
    {"handynummer", Phone},
    {"mobil", Phone},
    {"mobiltelefon", Phone},
    {"portable", Phone},
    {"telephone portable", Phone},
    {"telephone mobile", Phone},
    {"numero de telephone", Phone},
    {"telefono", Phone},
    {"telefono movil", Phone},
    {"numero de telefono", Phone},
    {"movil", Phone},
    {"celular", Phone},
    {"url", Url},
    {"urls", Url},
    {"website", Url},
    {"website url", Url},
    {"web page", Url},
    {"webpage", Url},
    {"homepage", Url},
    {"profile", Url},
    {"profile url", Url},
    {"public profile url", Url},
    {"linkedin", Url},
    {"linkedin url", Url},
    {"linkedin profile", Url},
    {"linkedin profile url", Url},
    {"person linkedin url", Url},
    {"linkedin bio", Url},
    {"github", Url},
    {"github url", Url},
    {"webseite", Url},
    {"website adresse", Url},
    {"site web", Url},
    {"page web", Url},
    {"sitio web", Url},
    {"pagina web", Url},
    {"skills", Skills},
    {"skill", Skills},
    {"fahigkeiten", Skills},
    {"kenntnisse", Skills},
    {"kompetenzen", Skills},
    {"competences", Skills},
    {"habilidades", Skills},
    {"competencias", Skills},
    {"facets", Facets},
    {"facet", Facets},
    {"note", Note, kPeople | kTies},
    {"notes", Note, kPeople | kTies},
    {"about", Note},
    {"comment", Note, kPeople | kTies},
    {"comments", Note, kPeople | kTies},
    {"description", Note},
    {"summary", Note},
    {"notiz", Note, kPeople | kTies},
    {"notizen", Note, kPeople | kTies},
    {"bemerkung", Note, kPeople | kTies},
    {"bemerkungen", Note, kPeople | kTies},
    {"remarque", Note, kPeople | kTies},
    {"remarques", Note, kPeople | kTies},
    {"commentaire", Note, kPeople | kTies},
    {"commentaires", Note, kPeople | kTies},
    {"nota", Note, kPeople | kTies},
    {"notas", Note, kPeople | kTies},
    {"source", Source},
    {"lead source", Source},
    {"original source", Source},
    {"quelle", Source},
    {"herkunft", Source},
    {"origine", Source},
    {"provenance", Source},
    {"fuente", Source},
    {"origen", Source},
    {"tags", Tags},
    {"tag", Tags},
    {"labels", Tags},
    {"group membership", Tags},
    {"groups", Tags},
    {"categories", Tags},
    {"kategorien", Tags},
    {"gruppen", Tags},
    {"schlagworter", Tags},
    {"etiquettes", Tags},
    {"etiquetas", Tags},
    {"categorias", Tags},
    {"connected on", ConnectedOn},
    {"from", From, kTies},
    {"person a", From, kTies},
    {"von", From, kTies},
    {"to", To, kTies},
    {"person b", To, kTies},
    {"an", To, kTies},
    {"zu", To, kTies},
    {"kind", TieKindColumn, kTies},
    {"tie", TieKindColumn, kTies},
    {"type", TieKindColumn, kTies},
    {"relation", TieKindColumn, kTies},
    {"relationship", TieKindColumn, kTies},
    {"art", TieKindColumn, kTies},
    {"strength", Strength, kTies},
    {"weight", Strength, kTies},
    {"starke", Strength, kTies},
    {"since", Since, kTies},
    {"seit", Since, kTies},
    {"depuis", Since, kTies},
    {"desde", Since, kTies},
    {"people", People, kInteractions},
    {"person", People, kInteractions},
    {"participants", People, kInteractions},
    {"attendees", People, kInteractions},
    {"contacts", People, kInteractions},
    {"contact", People, kInteractions},
    {"with", People, kInteractions},
    {"personen", People, kInteractions},
    {"teilnehmer", People, kInteractions},
    {"personnes", People, kInteractions},
    {"personas", People, kInteractions},
    {"at", At, kInteractions},
    {"date", At, kInteractions},
    {"time", At, kInteractions},
    {"when", At, kInteractions},
    {"datetime", At, kInteractions},
    {"date time", At, kInteractions},
    {"timestamp", At, kInteractions},
    {"activity date", At, kInteractions},
    {"datum", At, kInteractions},
    {"fecha", At, kInteractions},
    {"channel", ChannelColumn, kInteractions},
    {"type", ChannelColumn, kInteractions},
    {"activity type", ChannelColumn, kInteractions},
    {"kanal", ChannelColumn, kInteractions},
    {"canal", ChannelColumn, kInteractions},
    {"direction", DirectionColumn, kInteractions},
    {"richtung", DirectionColumn, kInteractions},
    {"direccion", DirectionColumn, kInteractions},
    {"depth", DepthColumn, kInteractions},
    {"tiefe", DepthColumn, kInteractions},
    {"text", Text, kInteractions},
    {"note", Text, kInteractions},
    {"notes", Text, kInteractions},
    {"summary", Text, kInteractions},
    {"description", Text, kInteractions},
    {"body", Text, kInteractions},
    {"ignore", Ignore, kAll},
};

// Words that say which of several, not what.
constexpr std::array kWhich = {
    std::string_view("value"),         std::string_view("home"),      std::string_view("work"),
    std::string_view("business"),      std::string_view("other"),     std::string_view("personal"),
    std::string_view("private"),       std::string_view("main"),      std::string_view("primary"),
    std::string_view("secondary"),     std::string_view("privat"),    std::string_view("geschaftlich"),
    std::string_view("professionnel"), std::string_view("personnel"), std::string_view("bureau"),
    std::string_view("domicile"),      std::string_view("trabajo"),   std::string_view("contact"),
    std::string_view("mobile"),        std::string_view("iphone"),
};

// Words that make a header something else: "Phone 1 - Type", "Company Yomi", "Assistant's Phone".
constexpr std::array kSomethingElse = {
    std::string_view("type"),       std::string_view("label"),  std::string_view("yomi"),
    std::string_view("phonetic"),   std::string_view("fax"),    std::string_view("pager"),
    std::string_view("s"),          std::string_view("owner"),  std::string_view("assistant"),
    std::string_view("department"), std::string_view("status"),
};

bool oneOf(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr auto kByKey = [] {
    auto words = std::to_array(kWords);
    std::ranges::sort(words, {}, &HeaderWord::key);
    return words;
}();

Column lookUp(std::string_view key, unsigned kind)
{
    for (const HeaderWord& word : std::ranges::equal_range(kByKey, key, {}, &HeaderWord::key))
        if ((word.kinds & kind) != 0) return word.column;
    return Column::Ignore;
}

}  // namespace

std::string headerKey(std::string_view header)
{
    const std::string folded = fold(header.substr(0, 200));
    std::vector<std::string> words;
    for (const std::string_view word : split(folded, ' ')) {
        if (word.empty() || std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) continue;
        if (word == "mail" && !words.empty() && words.back() == "e") words.back() = "email";
        else words.emplace_back(word);
    }
    return join(words, " ");
}

Column columnForKey(std::string_view key, RecordKind kind)
{
    const unsigned bit = kind == RecordKind::People ? kPeople : kind == RecordKind::Ties ? kTies : kInteractions;
    if (const Column column = lookUp(key, bit); column != Column::Ignore) return column;
    std::vector<std::string> words;
    for (const std::string_view word : split(key, ' ')) {
        if (oneOf(kSomethingElse, word)) return Column::Ignore;
        if (!oneOf(kWhich, word)) words.emplace_back(word);
    }
    // "Home" alone is a place in some exports and an address in others.
    return words.empty() ? Column::Ignore : lookUp(join(words, " "), bit);
}

std::string_view labelForKey(std::string_view key)
{
    for (const std::string_view word : split(key, ' ')) {
        if (word == "home" || word == "private" || word == "privat" || word == "personal" || word == "domicile")
            return "home";
        if (word == "work" || word == "business" || word == "geschaftlich" || word == "professionnel"
            || word == "bureau" || word == "trabajo")
            return "work";
        if (word == "mobile" || word == "mobil" || word == "mobiltelefon" || word == "handy" || word == "cell"
            || word == "portable" || word == "movil" || word == "celular")
            return "mobile";
    }
    return {};
}

}  // namespace kith::exchange

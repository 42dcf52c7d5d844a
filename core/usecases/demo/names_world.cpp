#include <kith/usecases/demo/names.h>

namespace kith::demo {

namespace {

constexpr NamePart kWestAfricanGiven[] = {
    {"Kwame"},
    {"Ama"},
    {"Chidi"},
    {"Ngozi"},
    {"Ọlájídé", "olajide"},
    {"Adébáyọ̀", "adebayo"},
    {"Fúnmiláyọ̀", "funmilayo"},
    {"Efua"},
    {"Kofi"},
    {"Ifeoma"},
    {"Abena"},
    {"Emeka"},
    {"Aminata"},
    {"Ousmane"},
    {"Yetunde"},
    {"Obinna"},
    {"Fatou"},
    {"Kojo"},
    {"Zainab"},
    {"Musa"},
};
constexpr NamePart kWestAfricanFamily[] = {
    {"Mensah"},  {"Boateng"},          {"Eze"},    {"Okafor"},  {"Adéyẹmí", "adeyemi"},
    {"Owusu"},   {"Diallo"},           {"Nwosu"},  {"Asante"},  {"Ọláwálé", "olawale"},
    {"Sarpong"}, {"Bangura"},          {"Ndiaye"}, {"Okonkwo"}, {"Amoah"},
    {"Bello"},   {"Traoré", "traore"}, {"Ankrah"}, {"Uche"},    {"Sesay"},
};
constexpr NamePart kEastAfricanGiven[] = {
    {"Wanjiru"}, {"Otieno"}, {"Hodan"},  {"Abdirahman"}, {"Selam"},    {"Tesfaye"}, {"Nyambura"}, {"Kamau"},
    {"Achieng"}, {"Ayaan"},  {"Mebrat"}, {"Dawit"},      {"Thandiwe"}, {"Sipho"},   {"Tendai"},   {"Chipo"},
};
constexpr NamePart kEastAfricanFamily[] = {
    {"Mwangi"}, {"Odhiambo"}, {"Warsame"}, {"Tekle"}, {"Njoroge"}, {"Girma"}, {"Farah"},  {"Wekesa"},
    {"Hailu"},  {"Dlamini"},  {"Moyo"},    {"Nkosi"}, {"Mutasa"},  {"Jama"},  {"Kiprop"}, {"Abebe"},
};
constexpr NamePart kSouthAsianGiven[] = {
    {"Priya"},    {"Aarav"},   {"Meera"},  {"Vikram"},  {"Ananya"},  {"Rohan"},   {"Lakshmi"}, {"Arjun"},
    {"Harpreet"}, {"Gurdeep"}, {"Ishaan"}, {"Kavya"},   {"Farhana"}, {"Tanvir"},  {"Nadia"},   {"Imran"},
    {"Shabnam"},  {"Bilal"},   {"Dilini"}, {"Ravindu"}, {"Sunita"},  {"Karthik"}, {"Jaspal"},  {"Rukhsana"},
};
constexpr NamePart kSouthAsianFamily[] = {
    {"Nair"},       {"Sharma"},         {"Iyer"},     {"Patel"},  {"Chaudhry"}, {"Sandhu"},
    {"Rahman"},     {"Mukherjee"},      {"Desai"},    {"Perera"}, {"Hussain"},  {"Gill"},
    {"Venkatesan"}, {"Begum"},          {"Qureshi"},  {"Bhatt"},  {"Dhaliwal"}, {"Kulkarni"},
    {"Siddiqui"},   {"Wickramasinghe"}, {"Malhotra"}, {"Akhtar"}, {"Reddy"},    {"Mahmood"},
};
constexpr NamePart kArabLatinGiven[] = {
    {"Fatima"}, {"Mohammed"}, {"Layla"}, {"Yousef"}, {"Rania"}, {"Tariq"}, {"Noor"},
    {"Khalid"}, {"Samira"},   {"Anas"},  {"Hiba"},   {"Walid"}, {"Dalia"}, {"Idris"},
};
constexpr NamePart kArabLatinFamily[] = {
    {"Al-Hashimi", "alhashimi"},
    {"Khan"},
    {"Haddad"},
    {"El-Masri", "elmasri"},
    {"Al-Rashid", "alrashid"},
    {"Benali"},
    {"Najjar"},
    {"Mansour"},
    {"Bouazizi"},
    {"Al-Zahrani", "alzahrani"},
    {"Khoury"},
    {"Saleh"},
    {"Belkacem"},
    {"Darwish"},
};
constexpr NamePart kChineseLatinGiven[] = {
    {"Wei"},
    {"Li"},
    {"Xiaoling"},
    {"Jun"},
    {"Meifen"},
    {"Hao"},
    {"Yuxin"},
    {"Kai"},
    {"Shanshan"},
    {"Ming"},
    {"Siu Wai", "siuwai"},
    {"Ka Yan", "kayan"},
    {"Chi Keung", "chikeung"},
    {"Ruoxi"},
};
constexpr NamePart kChineseLatinFamily[] = {
    {"Zhang"}, {"Chen"},  {"Lü", "lu"}, {"Huang"}, {"Zhou"}, {"Xu"},  {"Cheung"},
    {"Wong"},  {"Leung"}, {"Tan"},      {"Ng"},    {"Guo"},  {"Tse"}, {"Qiu"},
};
constexpr NamePart kEastAsianLatinGiven[] = {
    {"Hiroshi"},
    {"Sakura"},
    {"Kenji"},
    {"Ji-woo", "jiwoo"},
    {"Seo-yeon", "seoyeon"},
    {"Min-jun", "minjun"},
    {"Yuki"},
    {"Naoko"},
    {"Maricel"},
    {"Bayani"},
    {"Putri"},
    {"Agung"},
    {"Siti"},
    {"Somchai"},
};
constexpr NamePart kEastAsianLatinFamily[] = {
    {"Tanaka"},       {"Ōno", "ono"}, {"Park"},    {"Kim"},  {"Watanabe"}, {"Choi"},     {"Santiago"},
    {"Dimaculangan"}, {"Wibowo"},     {"Lestari"}, {"Mori"}, {"Jung"},     {"Macaraeg"}, {"Hayashi"},
};
constexpr NamePart kVietnameseGiven[] = {
    {"Hương", "huong"},      {"Đức", "duc"},
    {"Thảo", "thao"},        {"Minh"},
    {"Ngọc Anh", "ngocanh"}, {"Quang Huy", "quanghuy"},
    {"Phượng", "phuong"},    {"Tuấn", "tuan"},
    {"Mai Linh", "mailinh"}, {"Khánh", "khanh"},
    {"Thị Yến", "thiyen"},   {"Bảo", "bao"},
};
constexpr NamePart kVietnameseFamily[] = {
    {"Nguyễn", "nguyen"}, {"Trần", "tran"}, {"Lê", "le"},   {"Phạm", "pham"}, {"Huỳnh", "huynh"},
    {"Đặng", "dang"},     {"Vũ", "vu"},     {"Bùi", "bui"}, {"Đỗ", "do"},     {"Dương", "duong"},
};
constexpr NamePart kPacificGiven[] = {
    {"Aroha"}, {"Tāne", "tane"}, {"Leilani"}, {"Sione"}, {"Mereana"}, {"Wiremu"}, {"Kahurangi"}, {"Tevita"},
};
constexpr NamePart kPacificFamily[] = {
    {"Ngata"},   {"Parata"},        {"Tūhoe", "tuhoe"},   {"Faleolo"},
    {"Kealoha"}, {"Vaʻai", "vaai"}, {"Rāwiri", "rawiri"}, {"Taufa"},
};
constexpr NamePart kCaribbeanGiven[] = {
    {"Shanice"}, {"Delroy"}, {"Marcia"},  {"Kemar"},  {"Tyrone"},
    {"Simone"},  {"Anthea"}, {"Desmond"}, {"Marlon"}, {"Chantelle"},
};
constexpr NamePart kCaribbeanFamily[] = {
    {"Campbell"}, {"Braithwaite"}, {"Grant"},  {"Baptiste"}, {"Clarke"},
    {"Pinnock"},  {"Ramdin"},      {"Joseph"}, {"Gayle"},    {"Wynter"},
};

using enum NameOrder;

constexpr Culture kFromElsewhere[] = {
    {.weight = 7, .order = GivenFirst, .doubles = true, .given = kWestAfricanGiven, .family = kWestAfricanFamily},
    {.weight = 4, .order = GivenFirst, .doubles = true, .given = kEastAfricanGiven, .family = kEastAfricanFamily},
    {.weight = 9, .order = GivenFirst, .doubles = true, .given = kSouthAsianGiven, .family = kSouthAsianFamily},
    {.weight = 4, .order = GivenFirst, .doubles = true, .given = kArabLatinGiven, .family = kArabLatinFamily},
    {.weight = 4, .order = GivenFirst, .doubles = false, .given = kChineseLatinGiven, .family = kChineseLatinFamily},
    {.weight = 3,
     .order = GivenFirst,
     .doubles = false,
     .given = kEastAsianLatinGiven,
     .family = kEastAsianLatinFamily},
    {.weight = 3, .order = FamilyFirst, .doubles = false, .given = kVietnameseGiven, .family = kVietnameseFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kPacificGiven, .family = kPacificFamily},
    {.weight = 3, .order = GivenFirst, .doubles = true, .given = kCaribbeanGiven, .family = kCaribbeanFamily},
};

}  // namespace

std::span<const Culture> worldCultures()
{
    return kFromElsewhere;
}

}  // namespace kith::demo

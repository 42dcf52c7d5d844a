#include <kith/usecases/demo/names.h>

namespace kith::demo {

namespace {

constexpr NamePart kUkrainianGiven[] = {
    {"Олена", "olena"},   {"Тарас", "taras"},   {"Ярослава", "yaroslava"}, {"Богдан", "bohdan"},  {"Оксана", "oksana"},
    {"Андрій", "andrii"}, {"Дарина", "daryna"}, {"Назар", "nazar"},        {"Зоряна", "zoriana"}, {"Євген", "yevhen"},
};
constexpr NamePart kUkrainianFamily[] = {
    {"Ковальчук", "kovalchuk"}, {"Шевчук", "shevchuk"},    {"Бондаренко", "bondarenko"}, {"Лисенко", "lysenko"},
    {"Гончар", "honchar"},      {"Марченко", "marchenko"}, {"Ткачук", "tkachuk"},        {"Зінченко", "zinchenko"},
    {"Мороз", "moroz"},         {"Савчук", "savchuk"},
};
constexpr NamePart kBulgarianGivenF[] = {
    {"Олга", "olga"}, {"Десислава", "desislava"}, {"Милена", "milena"}, {"Ралица", "ralitsa"}, {"Теодора", "teodora"},
};
constexpr NamePart kBulgarianFamilyF[] = {
    {"Иванова", "ivanova"},   {"Димитрова", "dimitrova"}, {"Стоянова", "stoyanova"},
    {"Кръстева", "krasteva"}, {"Тодорова", "todorova"},
};
constexpr NamePart kBulgarianGivenM[] = {
    {"Борис", "boris"}, {"Калоян", "kaloyan"}, {"Румен", "rumen"}, {"Стефан", "stefan"}, {"Явор", "yavor"},
};
constexpr NamePart kBulgarianFamilyM[] = {
    {"Петков", "petkov"},   {"Димитров", "dimitrov"}, {"Ангелов", "angelov"},
    {"Христов", "hristov"}, {"Маринов", "marinov"},
};
constexpr NamePart kGreekGivenF[] = {
    {"Ελένη", "eleni"},   {"Κατερίνα", "katerina"},  {"Δέσποινα", "despina"},
    {"Ιωάννα", "ioanna"}, {"Χρυσούλα", "chrysoula"},
};
constexpr NamePart kGreekFamilyF[] = {
    {"Παπαδοπούλου", "papadopoulou"}, {"Γεωργίου", "georgiou"}, {"Νικολάου", "nikolaou"},
    {"Καραγιάννη", "karagianni"},     {"Αντωνίου", "antoniou"},
};
constexpr NamePart kGreekGivenM[] = {
    {"Γιώργος", "giorgos"}, {"Σπύρος", "spyros"}, {"Νίκος", "nikos"}, {"Θανάσης", "thanasis"}, {"Άρης", "aris"},
};
constexpr NamePart kGreekFamilyM[] = {
    {"Κωνσταντίνου", "konstantinou"}, {"Δημητρίου", "dimitriou"}, {"Μακρής", "makris"},
    {"Οικονόμου", "oikonomou"},       {"Βλάχος", "vlachos"},
};
constexpr NamePart kArabicGiven[] = {
    {"ليلى", "layla"}, {"يوسف", "yousef"}, {"نور", "noor"}, {"خالد", "khalid"}, {"رانيا", "rania"},
    {"سامي", "sami"},  {"هدى", "huda"},    {"عمر", "omar"}, {"مريم", "maryam"}, {"زياد", "ziyad"},
};
constexpr NamePart kArabicFamily[] = {
    {"الحسن", "alhassan"}, {"النجار", "alnajjar"}, {"الخطيب", "alkhatib"}, {"منصور", "mansour"},  {"حداد", "haddad"},
    {"الشامي", "alshami"}, {"درويش", "darwish"},   {"قاسم", "qasim"},      {"البصري", "albasri"}, {"سليم", "salim"},
};
constexpr NamePart kPersianGiven[] = {
    {"شیرین", "shirin"}, {"آرش", "arash"}, {"نیلوفر", "niloufar"}, {"کاوه", "kaveh"}, {"پریسا", "parisa"},
};
constexpr NamePart kPersianFamily[] = {
    {"رستمی", "rostami"},       {"کریمی", "karimi"},           {"جعفری", "jafari"},
    {"فرهادپور", "farhadpour"}, {"نیک‌نام", "niknam"},
};
constexpr NamePart kHebrewGiven[] = {
    {"נועה", "noa"}, {"איתן", "eitan"}, {"תמר", "tamar"}, {"יונתן", "yonatan"}, {"מיכל", "michal"}, {"אורי", "uri"},
};
constexpr NamePart kHebrewFamily[] = {
    {"לוי", "levi"},     {"פרידמן", "friedman"}, {"אלמוג", "almog"},
    {"ברקאי", "barkai"}, {"שחר", "shachar"},     {"מזרחי", "mizrahi"},
};
constexpr NamePart kHindiGiven[] = {
    {"अनन्या", "ananya"}, {"रोहन", "rohan"}, {"मीरा", "meera"},  {"विक्रम", "vikram"},
    {"सुनीता", "sunita"}, {"अर्जुन", "arjun"}, {"काव्या", "kavya"}, {"हरीश", "harish"},
};
constexpr NamePart kHindiFamily[] = {
    {"शर्मा", "sharma"}, {"वर्मा", "verma"},   {"त्रिपाठी", "tripathi"}, {"कुलकर्णी", "kulkarni"},
    {"जोशी", "joshi"},  {"मिश्रा", "mishra"}, {"चौहान", "chauhan"},    {"नेगी", "negi"},
};
constexpr NamePart kBengaliGiven[] = {
    {"ফারহানা", "farhana"}, {"তানভীর", "tanvir"}, {"মিতালী", "mitali"}, {"অর্ণব", "arnab"}, {"সুমাইয়া", "sumaiya"},
};
constexpr NamePart kBengaliFamily[] = {
    {"রহমান", "rahman"}, {"চৌধুরী", "chowdhury"}, {"সেনগুপ্ত", "sengupta"}, {"বিশ্বাস", "biswas"}, {"আহমেদ", "ahmed"},
};
constexpr NamePart kTamilGiven[] = {
    {"கவிதா", "kavitha"}, {"முருகன்", "murugan"}, {"செல்வி", "selvi"}, {"அருண்", "arun"}, {"மீனா", "meena"},
};
constexpr NamePart kTamilFamily[] = {
    {"சுப்பிரமணியம்", "subramaniam"}, {"இராமன்", "raman"}, {"வேலு", "velu"}, {"நடராஜன்", "natarajan"}, {"குமரன்", "kumaran"},
};
constexpr NamePart kPunjabiGiven[] = {
    {"ਹਰਪ੍ਰੀਤ", "harpreet"},
    {"ਗੁਰਦੀਪ", "gurdeep"},
    {"ਜਸਪਾਲ", "jaspal"},
    {"ਮਨਜੀਤ", "manjit"},
};
constexpr NamePart kPunjabiFamily[] = {
    {"ਸੰਧੂ", "sandhu"},
    {"ਗਿੱਲ", "gill"},
    {"ਢਿੱਲੋਂ", "dhillon"},
    {"ਬਰਾੜ", "brar"},
};
constexpr NamePart kChineseGiven[] = {
    {"伟", "wei"},       {"晓玲", "xiaoling"}, {"俊杰", "junjie"}, {"雨欣", "yuxin"},  {"子涵", "zihan"},
    {"建国", "jianguo"}, {"美芬", "meifen"},   {"若曦", "ruoxi"},  {"浩然", "haoran"}, {"诗涵", "shihan"},
};
constexpr NamePart kChineseFamily[] = {
    {"张", "zhang"}, {"陈", "chen"},     {"林", "lin"}, {"黄", "huang"}, {"周", "zhou"},
    {"徐", "xu"},    {"欧阳", "ouyang"}, {"郭", "guo"}, {"邱", "qiu"},   {"何", "he"},
};
constexpr NamePart kJapaneseGiven[] = {
    {"浩", "hiroshi"}, {"さくら", "sakura"}, {"健二", "kenji"},    {"由紀", "yuki"},
    {"直子", "naoko"}, {"大輔", "daisuke"},  {"ゆりこ", "yuriko"}, {"翔太", "shota"},
};
constexpr NamePart kJapaneseFamily[] = {
    {"田中", "tanaka"}, {"大野", "ono"},   {"渡辺", "watanabe"}, {"林", "hayashi"},
    {"森", "mori"},     {"小川", "ogawa"}, {"石井", "ishii"},    {"松本", "matsumoto"},
};
constexpr NamePart kKoreanGiven[] = {
    {"지우", "jiwoo"}, {"서연", "seoyeon"}, {"민준", "minjun"}, {"하은", "haeun"}, {"도윤", "doyun"}, {"수빈", "subin"},
};
constexpr NamePart kKoreanFamily[] = {
    {"박", "park"}, {"최", "choi"}, {"정", "jung"}, {"강", "kang"}, {"윤", "yoon"}, {"임", "lim"},
};
constexpr NamePart kThaiGiven[] = {
    {"สมชาย", "somchai"},
    {"มาลี", "malee"},
    {"ณัฐพล", "natthaphon"},
    {"พิมพ์ใจ", "phimjai"},
};
constexpr NamePart kThaiFamily[] = {
    {"ศรีสุข", "srisuk"},
    {"ทองดี", "thongdee"},
    {"วงศ์ใหญ่", "wongyai"},
    {"แก้วมณี", "kaewmanee"},
};
constexpr NamePart kAmharicGiven[] = {
    {"ሰላም", "selam"},
    {"ዳዊት", "dawit"},
    {"ህይወት", "hiwot"},
    {"ተስፋዬ", "tesfaye"},
};
constexpr NamePart kAmharicFamily[] = {
    {"ገብረ", "gebre"},
    {"ኃይሉ", "hailu"},
    {"አበበ", "abebe"},
    {"ተክሌ", "tekle"},
};
constexpr NamePart kGeorgianGiven[] = {
    {"ნინო", "nino"},
    {"გიორგი", "giorgi"},
    {"თამარ", "tamar"},
    {"ლევან", "levan"},
};
constexpr NamePart kGeorgianFamily[] = {
    {"ბერიძე", "beridze"},
    {"კაპანაძე", "kapanadze"},
    {"ლომიძე", "lomidze"},
    {"გელაშვილი", "gelashvili"},
};
constexpr NamePart kArmenianGiven[] = {
    {"Անի", "ani"},
    {"Տիգրան", "tigran"},
    {"Նարե", "nare"},
    {"Արամ", "aram"},
};
constexpr NamePart kArmenianFamily[] = {
    {"Պետրոսյան", "petrosyan"},
    {"Հակոբյան", "hakobyan"},
    {"Սարգսյան", "sargsyan"},
    {"Մարտիրոսյան", "martirosyan"},
};

using enum NameOrder;

constexpr Culture kWithOtherScripts[] = {
    {.weight = 3, .order = GivenFirst, .doubles = false, .given = kUkrainianGiven, .family = kUkrainianFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kBulgarianGivenF, .family = kBulgarianFamilyF},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kBulgarianGivenM, .family = kBulgarianFamilyM},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kGreekGivenF, .family = kGreekFamilyF},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kGreekGivenM, .family = kGreekFamilyM},
    {.weight = 3, .order = GivenFirst, .doubles = false, .given = kArabicGiven, .family = kArabicFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kPersianGiven, .family = kPersianFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kHebrewGiven, .family = kHebrewFamily},
    {.weight = 2, .order = GivenFirst, .doubles = false, .given = kHindiGiven, .family = kHindiFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kBengaliGiven, .family = kBengaliFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kTamilGiven, .family = kTamilFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kPunjabiGiven, .family = kPunjabiFamily},
    {.weight = 2, .order = FamilyFirstJoined, .doubles = false, .given = kChineseGiven, .family = kChineseFamily},
    {.weight = 2, .order = FamilyFirst, .doubles = false, .given = kJapaneseGiven, .family = kJapaneseFamily},
    {.weight = 2, .order = FamilyFirstJoined, .doubles = false, .given = kKoreanGiven, .family = kKoreanFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kThaiGiven, .family = kThaiFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kAmharicGiven, .family = kAmharicFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kGeorgianGiven, .family = kGeorgianFamily},
    {.weight = 1, .order = GivenFirst, .doubles = false, .given = kArmenianGiven, .family = kArmenianFamily},
};

}  // namespace

std::span<const Culture> scriptCultures()
{
    return kWithOtherScripts;
}

}  // namespace kith::demo

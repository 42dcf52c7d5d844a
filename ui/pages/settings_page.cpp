#include <kith/pages/settings_page.h>

#include <kith/models/text.h>
#include <kith/pages/today_page.h>
#include <kith/pages/words.h>

#include <QCollator>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace kith::ui {

SettingsPage::SettingsPage(Worker& worker, const Clock& clock, WorkspaceCare care, QObject* parent)
    : QObject(parent), worker_(worker), clock_(clock), care_(std::move(care))
{
}

QString SettingsPage::get(std::string_view key) const
{
    return toQString(worker_.reader().setting(key));
}

void SettingsPage::set(std::string_view key, const QString& value, std::function<void()> done)
{
    if (get(key) == value) return;
    worker_.run<void>([key = std::string(key),
                       text = toUtf8(value)](Services& services) { return services.writer.setSetting(key, text); },
                      [guard = QPointer<SettingsPage>(this), done = std::move(done)](const Result<void>& result) {
                          if (guard == nullptr) return;
                          if (!result)
                              Q_EMIT guard->failed(problemSentence(tr("The setting was not saved"), result.error()));
                          Q_EMIT guard->changed();
                          if (result && done) done();
                      });
}

QString SettingsPage::organisation() const
{
    return get(settings::kOrganisation);
}
void SettingsPage::setOrganisation(const QString& name)
{
    set(settings::kOrganisation, name.simplified(), {});
}
QString SettingsPage::myId() const
{
    return get(settings::kMe);
}

QString SettingsPage::myName() const
{
    const auto id = Id::parse(toUtf8(myId()));
    if (!id) return {};
    const auto card = worker_.reader().card(*id, clock_.now());
    return card ? toQString(card->name) : QString();
}

std::vector<SettingsPage::Choice> SettingsPage::people(const QString& words) const
{
    constexpr std::size_t kMost = 8;
    std::vector<Choice> choices;
    if (words.trimmed().isEmpty()) return choices;
    for (const PersonCard& card : worker_.reader().suggest(toUtf8(words.simplified()), kMost, clock_.now())) {
        choices.push_back(
            {toQString(card.id.toString()), toQString(card.name), titleLine(card.title, card.organisation)});
    }
    return choices;
}

void SettingsPage::setMe(const QString& id)
{
    set(settings::kMe, id, [this] { Q_EMIT meChanged(); });
}

bool SettingsPage::managerView() const
{
    return get(kViewSetting) == toQString(kManagerView);
}

void SettingsPage::setManagerView(bool on)
{
    set(kViewSetting, on ? toQString(kManagerView) : QString(), [this, on] { Q_EMIT managerViewChanged(on); });
}

QString SettingsPage::region() const
{
    return get(settings::kRegion);
}
void SettingsPage::setRegion(const QString& code)
{
    set(settings::kRegion, code, {});
}

std::vector<SettingsPage::Choice> SettingsPage::regions()
{
    std::vector<Choice> all;
    for (int number = 1; number <= static_cast<int>(QLocale::LastTerritory); ++number) {
        const auto territory = static_cast<QLocale::Territory>(number);
        const QString code = QLocale::territoryToCode(territory);
        const bool country = code.size() == 2 && code.at(0).isUpper() && code.at(1).isUpper();
        if (country) all.push_back({code, QLocale::territoryToString(territory), {}});
    }
    QCollator order;
    std::ranges::sort(all, [&](const Choice& a, const Choice& b) { return order.compare(a.name, b.name) < 0; });
    return all;
}

WarmthWeights SettingsPage::warmthWeights() const
{
    return warmthWeightsOf(worker_.reader());
}

void SettingsPage::setWarmthWeights(const WarmthWeights& weights)
{
    if (!weightsFrom(toText(weights))) {
        Q_EMIT failed(tr("Something must count: the weights were not changed."));
        Q_EMIT changed();
        return;
    }
    const bool usual = weights == WarmthWeights{};
    set(settings::kWarmthWeights, usual ? QString() : toQString(toText(weights)),
        [this] { Q_EMIT warmthWeightsChanged(); });
}

QString SettingsPage::protection() const
{
    return care_.encrypted ? tr("Encrypted. The key is kept outside the file.")
                           : tr("Not encrypted: whoever has the file can read it. Fit for throw-away data only.");
}

void SettingsPage::care(const std::function<void(WorkspaceCare::Done)>& work,
                        std::function<QString(const QString&)> sentence, const QString& what)
{
    if (busy_ || !work) return;
    busy_ = true;
    Q_EMIT changed();
    work([guard = QPointer<SettingsPage>(this), sentence = std::move(sentence), what](const Result<QString>& result) {
        if (guard == nullptr) return;
        guard->busy_ = false;
        Q_EMIT guard->changed();
        if (result) Q_EMIT guard->said(sentence(*result));
        else Q_EMIT guard->failed(problemSentence(what, result.error()));
    });
}

void SettingsPage::backUp()
{
    care(
        care_.backUp, [](const QString& place) { return tr("Backed up and verified: %1").arg(place); },
        tr("The backup was not made"));
}

void SettingsPage::check()
{
    care(
        care_.check,
        [](const QString& problems) {
            return problems.isEmpty() ? tr("Checked: all is well.") : tr("Checked. %1").arg(problems);
        },
        tr("The workspace could not be checked"));
}

}  // namespace kith::ui
